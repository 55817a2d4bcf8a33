using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;

namespace Taushet.Gateway.Trail.Reports;

/// <summary>How far from the party the other side of an entry is, as the entry tells it.</summary>
/// <remarks>A municipality is one organisation with many units and services: what goes beyond those is told too. Where a side names no
/// unit, nothing is known of it, and nothing is said.</remarks>
internal static class OutsideKeys
{
    /// <summary>The keys of a row; null when both sides are the party's own.</summary>
    public static string[]? Of(IndexedEntry entry, LogReaderParty reader)
    {
        var other = reader.OtherOf(entry.Public);
        var own = reader.Holds(entry.Public) ? entry.Public.Holder : entry.Public.Receiver;
        return Beyond(own, other) is { } beyond
            ? [beyond, other.Organisation, other.Unit, Codes<Service>.Of(other.Service)]
            : null;
    }

    private static string? Beyond(PartyRef own, PartyRef other) =>
        !Same(own.Organisation, other.Organisation) ? "organisation"
        : own.Unit.Length > 0 && other.Unit.Length > 0 && !Same(own.Unit, other.Unit) ? "unit"
        : own.Service != other.Service ? "service"
        : null;

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);
}
