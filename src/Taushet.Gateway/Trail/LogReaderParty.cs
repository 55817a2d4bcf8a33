using Taushet.Core.Requests;
using Taushet.Core.Trail;

namespace Taushet.Gateway.Trail;

/// <summary>Whose log is read, by whom and for what.</summary>
/// <param name="Party">The party. Without a unit: all of its units.</param>
/// <param name="Person">The reader: reference and role.</param>
/// <param name="Reference">What the reading belongs to.</param>
internal sealed record LogReaderParty(PartyRef Party, string Person, string Reference)
{
    /// <summary>Whether the party holds an entry: then its auditors may see the reasons.</summary>
    /// <remarks>INVARIANT: an auditor sees only entries to which its party is receiver or holder.</remarks>
    public bool Holds(PublicPart entry) => Is(entry.Holder);

    /// <summary>Whether the party is one of an entry's.</summary>
    public bool IsPartyTo(PublicPart entry) => Is(entry.Holder) || Is(entry.Receiver);

    /// <summary>The party that is not this one; this one when it is both.</summary>
    public PartyRef OtherOf(PublicPart entry) => Is(entry.Holder) ? entry.Receiver : entry.Holder;

    private bool Is(PartyRef other) =>
        string.Equals(Party.Organisation, other.Organisation, StringComparison.Ordinal)
        && Party.Service == other.Service
        && (Party.Unit.Length == 0 || string.Equals(Party.Unit, other.Unit, StringComparison.Ordinal));
}
