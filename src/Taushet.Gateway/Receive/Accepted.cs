using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Receive;

/// <summary>A well-formed inquiry of a caller who may make it.</summary>
/// <param name="Inquiry">As it came.</param>
/// <param name="Request">As the decider reads it.</param>
/// <param name="Subject">The child, for the registers.</param>
/// <param name="HolderSource">Where the holder's sector system answers, or null when it has none.</param>
/// <param name="CallerIsHolder">Whether the holder calls (a push, or a question asked of the holder).</param>
internal sealed record Accepted(
    Wire.Inquiry Inquiry,
    Request Request,
    SubjectKey Subject,
    Uri? HolderSource,
    bool CallerIsHolder)
{
    private static readonly MemberSet<Basis> Duties = MemberSet<Basis>.Of(
        Basis.DutyToReport,
        Basis.DutyToAvert,
        Basis.EmergencyNotice,
        Basis.PregnancyNotice);

    /// <summary>Whether the holder gives on own initiative under a duty: a failing gateway then tells the telephone route.</summary>
    public bool DutyPush => Request.Flow == Flow.Push && Request.Invoked.Meets(Duties);
}
