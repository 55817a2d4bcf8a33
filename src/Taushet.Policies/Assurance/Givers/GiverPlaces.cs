using System.Collections.Immutable;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Assurance.Draw;

namespace Taushet.Policies.Assurance.Givers;

/// <summary>Every place where giver rules can differ: each value at which one changes its mind, and not known.</summary>
internal sealed class GiverPlaces
{
    private readonly ImmutableArray<ChildOfConsent> children;

    public GiverPlaces(PolicySet policies)
    {
        var boundaries = new Boundaries(policies);
        int?[] Values(FactSlot slot) => [.. boundaries.Of(slot).Cast<int?>(), null];
        (Ages, Cares) = (Values(FactSlot.Age), Values(FactSlot.Care));
        (Responsibilities, Kept) = (Values(FactSlot.Responsibility), Values(FactSlot.ConsentKeptFromGuardians));
        children =
        [
            .. from age in Ages
               from care in Cares
               from responsibility in Responsibilities
               from kept in Kept
               select new ChildOfConsent(age, care, responsibility, kept),
        ];
    }

    public int?[] Ages { get; }

    public int?[] Cares { get; }

    public int?[] Responsibilities { get; }

    public int?[] Kept { get; }

    /// <summary>The first days of every stretch in which the same rules of an area are in force, from the first day of the book on.</summary>
    public static IEnumerable<DateOnly> FirstDays(IEnumerable<GiverRule> givers) => givers
        .SelectMany(giver => giver.To is { } to ? new[] { giver.From, to.AddDays(1) } : [giver.From])
        .Append(Proving.Inputs.FirstDay)
        .Where(day => day >= Proving.Inputs.FirstDay)
        .Distinct()
        .Order();

    /// <summary>Whose consent is enough in an area on a day, and what is otherwise for the purposes that some rule names.</summary>
    public static string WhoGives(IEnumerable<GiverRule> inForce, ChildOfConsent child)
    {
        var holding = inForce.Where(giver => child.Is(giver.When)).ToList();
        var any = Enough.Of(holding.Where(giver => giver.Purposes.IsEmpty).Select(giver => giver.Requires));
        var special = holding.SelectMany(giver => giver.Purposes.ToList()).Distinct().Order()
            .Select(purpose => (purpose, Who: Enough.Of(holding
                .Where(giver => giver.Purposes.IsEmpty || giver.Purposes.Contains(purpose))
                .Select(giver => giver.Requires))))
            .Where(entry => entry.Who != any)
            .GroupBy(entry => entry.Who, entry => Codes<Purpose>.Of(entry.purpose))
            .Select(group => $", for {string.Join(' ', group)} {group.Key}");
        return any + string.Concat(special);
    }

    /// <summary>The rules of an area in force on a day.</summary>
    public static ImmutableArray<GiverRule> InForce(IEnumerable<GiverRule> givers, ConsentArea area, DateOnly day) =>
        [.. givers.Where(giver => IsInForce(giver, area, day))];

    /// <summary>Whether two sets of rules, of which one rule differs, are the same law for every child, area, day and purpose.</summary>
    public bool AreSame(ImmutableArray<GiverRule> givers, GiverRule original, GiverRule changed)
    {
        var others = givers.Remove(original);
        var days = FirstDays([.. others, original, changed]).ToList();
        foreach (var area in (original.Areas | changed.Areas).ToList())
        {
            foreach (var day in days)
            {
                var (before, after) = (IsInForce(original, area, day), IsInForce(changed, area, day));
                ImmutableArray<GiverRule> beside = before || after ? InForce(others, area, day) : [];
                if ((before || after) && children.Any(child => !SameFor(child, beside, before ? original : null, after ? changed : null)))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool SameFor(ChildOfConsent child, ImmutableArray<GiverRule> beside, GiverRule? original, GiverRule? changed)
    {
        var (before, after) = (original is not null && child.Is(original.When), changed is not null && child.Is(changed.When));
        if (!before && !after)
        {
            return true;
        }

        return WhoGives(before ? beside.Add(original!) : beside, child) == WhoGives(after ? beside.Add(changed!) : beside, child);
    }

    private static bool IsInForce(GiverRule giver, ConsentArea area, DateOnly day) =>
        giver.Areas.Contains(area) && day >= giver.From && (giver.To is not { } to || day <= to);
}
