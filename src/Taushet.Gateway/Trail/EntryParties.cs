using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;

namespace Taushet.Gateway.Trail;

/// <summary>Which side of an entry acted.</summary>
internal static class EntryParties
{
    /// <summary>The side whose employee acted: the receiver in a pull, else the holder.</summary>
    public static PartyRef Acting(PublicPart part) => part.Flow == Flow.Pull ? part.Receiver : part.Holder;
}
