using System.Collections.Immutable;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Registry.Units;

/// <summary>Holds a registration against the organisation registry.</summary>
/// <remarks>INVARIANT: the organisation registry warns and never grants: what it says changes no registration.</remarks>
/// <param name="find">Finds a unit.</param>
public sealed class UnitCrossCheck(Func<string, CancellationToken, ValueTask<UnitLookup>> find)
{
    // A unit is part of another is part of another: never so many, and never in a ring for ever.
    private const int HighestChain = 8;

    /// <summary>Everything that the registry says differently, ascending.</summary>
    /// <param name="key">The registration.</param>
    /// <param name="name">The name it is registered by.</param>
    /// <param name="date">The day that is meant.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <returns>The warnings; null when the registry could not be read.</returns>
    public async ValueTask<ImmutableArray<RegistryWarning>?> WarningsAsync(
        RegistrationKey key, string name, DateOnly date, CancellationToken cancellation)
    {
        var main = await find(key.Organisation, cancellation);
        var sub = key.Unit.Length > 0 ? await find(key.Unit, cancellation) : main;
        if (!main.Available || !sub.Available)
        {
            return null;
        }

        if (!main.HasCopy)
        {
            return [RegistryWarning.NoRegistry];
        }

        var warnings = new SortedSet<RegistryWarning>();
        Note(warnings, RegistryWarning.OrganisationUnknown, main.Unit is null);
        Note(warnings, RegistryWarning.UnitUnknown, key.Unit.Length > 0 && sub.Unit is null);
        Standing(warnings, main.Unit, date);
        Standing(warnings, sub.Unit, date);
        if (sub.Unit is { } unit)
        {
            Note(warnings, RegistryWarning.OtherIndustry, IndustryCodes.Own.Contradict(unit.Industries, key.Service, date));
            Note(warnings, RegistryWarning.OtherName, IsOtherName(unit.Name, name));
            if (key.Unit.Length > 0)
            {
                Note(warnings, RegistryWarning.OtherParent, !await BelongsAsync(unit, key.Organisation, cancellation));
            }
        }

        return [.. warnings];
    }

    private static void Note(SortedSet<RegistryWarning> warnings, RegistryWarning warning, bool holds)
    {
        if (holds)
        {
            warnings.Add(warning);
        }
    }

    private static void Standing(SortedSet<RegistryWarning> warnings, RegisteredUnit? unit, DateOnly date)
    {
        Note(warnings, RegistryWarning.Deleted, unit?.DeletedFrom <= date);
        Note(warnings, RegistryWarning.Bankrupt, unit?.BankruptFrom <= date);
    }

    private async ValueTask<bool> BelongsAsync(RegisteredUnit unit, string organisation, CancellationToken cancellation)
    {
        for (var up = 0; up < HighestChain && unit.Parent.Length > 0; up++)
        {
            if (unit.Parent == organisation)
            {
                return true;
            }

            if ((await find(unit.Parent, cancellation)).Unit is not { } parent)
            {
                return false;
            }

            unit = parent;
        }

        return false;
    }

    // The registry writes capitals, and often the municipality's name before the unit's own.
    private static bool IsOtherName(string registered, string name)
    {
        var (one, other) = (Plain(registered), Plain(name));
        return one.Length > 0
            && other.Length > 0
            && !one.Contains(other, StringComparison.Ordinal)
            && !other.Contains(one, StringComparison.Ordinal);
    }

    private static string Plain(string name) =>
        string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
