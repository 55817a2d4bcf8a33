using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Holder;

/// <summary>Something a holder's employee did that is no answer to a request: what its entry tells.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="Holder">Who did it.</param>
/// <param name="Receiver">Whom both parties' auditors see as the other party: the holder itself where nobody else may know.</param>
/// <param name="Purpose">The purpose it names.</param>
/// <param name="Subject">Whose key seals the entry: the child, or for what is about no child the decision itself.</param>
/// <param name="Employee">Who did it, by name of reference and role.</param>
/// <param name="Text">What was done, in codes, for the holder's auditors alone.</param>
internal sealed record HolderAct(
    EntryKind Kind,
    PartyRef Holder,
    PartyRef Receiver,
    Known<Purpose> Purpose,
    SubjectKey Subject,
    Wire.ActingPerson Employee,
    string Text);
