using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Assurance.Mutation;

/// <summary>A rule of who may consent with one change.</summary>
/// <param name="Kind">How it was changed.</param>
/// <param name="What">The change, in words.</param>
/// <param name="Original">The rule as it stands in the book.</param>
/// <param name="Changed">The rule as changed.</param>
public sealed record GiverMutant(MutationKind Kind, string What, GiverRule Original, GiverRule Changed);

/// <summary>Every rule of who may consent that differs from another in one place.</summary>
internal static class GiverMutations
{
    public static IEnumerable<GiverMutant> Of(GiverRule giver) =>
        Conditions(giver).Concat(Givers(giver)).Concat(Areas(giver)).Concat(Purposes(giver)).Concat(Dates(giver));

    private static IEnumerable<GiverMutant> Conditions(GiverRule giver)
    {
        var whole = giver.When is Condition.All ? [] : new[] { (MutationKind.ConditionDropped, ConditionMutations.Told(giver.When), Condition.Always) };
        return ConditionMutations.Of(giver.When).Concat(whole)
            .Select(change => new GiverMutant(change.Item1, change.Item2, giver, giver with { When = change.Item3 }));
    }

    private static IEnumerable<GiverMutant> Givers(GiverRule giver) => Enum.GetValues<GiverRequirement>()
        .Where(other => other != giver.Requires)
        .Select(other => new GiverMutant(MutationKind.GiverChanged, Codes<GiverRequirement>.Of(other), giver, giver with { Requires = other }));

    private static IEnumerable<GiverMutant> Areas(GiverRule giver) => Codes<ConsentArea>.Members.Select(area =>
    {
        var (one, has) = (MemberSet<ConsentArea>.Of(area), giver.Areas.Contains(area));
        return new GiverMutant(
            MutationKind.AreaChanged,
            $"{(has ? "without" : "with")} {Codes<ConsentArea>.Of(area)}",
            giver,
            giver with { Areas = has ? giver.Areas - one : giver.Areas | one });
    });

    /// <summary>Another purpose, one less, or of all but one; no purpose at all would mean every one.</summary>
    private static IEnumerable<GiverMutant> Purposes(GiverRule giver) => Codes<Purpose>.Members
        .Select(purpose => (purpose, One: MemberSet<Purpose>.Of(purpose), Has: giver.Purposes.Contains(purpose)))
        .Select(entry => new GiverMutant(
            MutationKind.PurposeDropped,
            $"{(giver.Purposes.IsEmpty ? "only for" : entry.Has ? "without" : "with")} {Codes<Purpose>.Of(entry.purpose)}",
            giver,
            giver with { Purposes = entry.Has ? giver.Purposes - entry.One : giver.Purposes | entry.One }));

    /// <summary>Only days that the book covers.</summary>
    private static IEnumerable<GiverMutant> Dates(GiverRule giver)
    {
        GiverMutant From(int days) => new(MutationKind.DateMoved, $"from {days:+0;-0}", giver, giver with { From = giver.From.AddDays(days) });
        GiverMutant To(int days) => new(MutationKind.DateMoved, $"to {days:+0;-0}", giver, giver with { To = giver.To!.Value.AddDays(days) });
        return (giver.From > Proving.Inputs.FirstDay ? new[] { From(1), From(-1) } : [])
            .Concat(giver.To is { } to && to >= Proving.Inputs.FirstDay ? [To(1), To(-1)] : []);
    }
}
