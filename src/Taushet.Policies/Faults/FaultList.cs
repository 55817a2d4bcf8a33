using System.Collections.Immutable;

namespace Taushet.Policies.Faults;

/// <summary>Collects faults, so that one load tells them all.</summary>
internal sealed class FaultList
{
    private readonly List<Fault> faults = [];

    public bool IsEmpty => faults.Count == 0;

    public void Add(Fault fault) => faults.Add(fault);

    public ImmutableArray<Fault> Sorted() =>
    [
        .. faults.Distinct()
            .OrderBy(fault => fault.File, StringComparer.Ordinal)
            .ThenBy(fault => fault.Line)
            .ThenBy(fault => fault.Column)
            .ThenBy(fault => fault.Kind),
    ];
}
