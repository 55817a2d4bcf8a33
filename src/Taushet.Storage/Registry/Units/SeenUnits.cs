using Taushet.Storage.Ports;

namespace Taushet.Storage.Registry.Units;

/// <summary>
/// What a file would make of the copy, without writing it: the units that matter to registrations stand over those of the copy.
/// Public bodies are kept with them, since units are part of them.
/// </summary>
/// <param name="organisations">The copy.</param>
/// <param name="wanted">The numbers that registrations name.</param>
public sealed class SeenUnits(IOrganisationRegistry organisations, IReadOnlySet<string> wanted)
{
    private static readonly HashSet<string> PublicBodies = new(["KOMM", "FYLK", "STAT", "ORGL", "SF", "IKS", "KF"], StringComparer.Ordinal);
    private readonly Dictionary<string, RegisteredUnit> seen = new(StringComparer.Ordinal);
    private bool any;

    /// <summary>Notes a unit of the file.</summary>
    public void Note(RegisteredUnit unit)
    {
        any = true;
        if (wanted.Contains(unit.Number) || PublicBodies.Contains(unit.Form))
        {
            seen[unit.Number] = unit;
        }
    }

    /// <summary>Finds a unit: as the file has it, or else as the copy has it.</summary>
    public async ValueTask<UnitLookup> FindAsync(string number, CancellationToken cancellation)
    {
        if (seen.TryGetValue(number, out var unit))
        {
            return new UnitLookup(Available: true, HasCopy: true, unit);
        }

        var stored = await organisations.FindAsync(number, cancellation);
        return stored with { HasCopy = stored.HasCopy || any };
    }
}
