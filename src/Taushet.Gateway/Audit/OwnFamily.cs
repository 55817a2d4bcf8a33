using System.Data.Common;
using Taushet.Core.Trail;
using Taushet.Gateway.Receive;
using Taushet.Storage.Ports;

namespace Taushet.Gateway.Audit;

/// <summary>Marks the entry of a call whose proven person is the child it is about, or its parent.</summary>
/// <remarks>
/// It decides nothing, and is only told to the log's controllers: a register that cannot be read stops no answer. A citizen who sees its
/// own is not marked: it sees nothing else.
/// </remarks>
internal sealed class OwnFamily(IGuardians guardians)
{
    /// <summary>The entry, with the mark where it is due.</summary>
    public async Task<EntryDraft> MarkAsync(Call call, EntryDraft draft, SubjectKey subject) =>
        call.Caller.Organisation.Length > 0 && await IsOfAsync(call, subject)
            ? draft with { Sealed = draft.Sealed with { ActingPerson = draft.Sealed.ActingPerson + SealedPart.FamilyLine } }
            : draft;

    private async Task<bool> IsOfAsync(Call call, SubjectKey subject)
    {
        if (call.Caller.Person?.NationalNumber is not { } own || subject.NationalNumber is not { } child)
        {
            return false;
        }

        try
        {
            return string.Equals(own, child, StringComparison.Ordinal)
                || await guardians.FindAsync(child, own, call.Cancellation) != GuardianStanding.None;
        }
        catch (DbException)
        {
            return false;
        }
    }
}
