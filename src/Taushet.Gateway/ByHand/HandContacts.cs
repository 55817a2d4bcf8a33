using Taushet.Gateway.Identify;
using Taushet.Gateway.Receive;
using Taushet.V1;

namespace Taushet.Gateway.ByHand;

/// <summary>Where units answer, as the register of participants has it now.</summary>
internal sealed class HandContacts(Standing standing)
{
    /// <summary>A party's contact; empty when none is registered, or the register cannot be read: nothing waits for it.</summary>
    public async ValueTask<UnitContact> OfAsync(Party party, Call call)
    {
        if (PartyCheck.IsNoService((Core.Vocabulary.Service)(int)party.Service))
        {
            return new UnitContact();
        }

        var lookup = await standing.FindAsync(party, call.LawDate, call.Cancellation);
        return new UnitContact
        {
            Name = lookup.Participant?.Name ?? string.Empty,
            Telephone = lookup.Participant?.Telephone ?? string.Empty,
        };
    }
}
