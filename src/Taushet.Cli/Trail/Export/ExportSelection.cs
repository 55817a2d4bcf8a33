using Taushet.Core.Trail;
using Taushet.Storage.Ports;

namespace Taushet.Cli.Trail.Export;

/// <summary>Which entries an export holds.</summary>
/// <param name="Child">The child, or null for all.</param>
/// <param name="Organisation">A party of the entries, or empty for all.</param>
/// <param name="From">Decided at this time or later, microseconds since 1970 UTC.</param>
/// <param name="To">Decided before this time.</param>
internal sealed record ExportSelection(SubjectKey? Child, string Organisation, long From, long To)
{
    /// <summary>Whether an entry is one of them.</summary>
    public bool Has(PublicPart part) =>
        part.TimeMicros >= From && part.TimeMicros < To
        && (Organisation.Length == 0 || Is(part.Receiver.Organisation) || Is(part.Holder.Organisation));

    /// <summary>Whether its reasons may be told: only to the organisation that holds it.</summary>
    public bool MayHaveReasons(PublicPart part) => Organisation.Length > 0 && Is(part.Holder.Organisation);

    private bool Is(string organisation) => string.Equals(organisation, Organisation, StringComparison.Ordinal);
}
