using Taushet.Core.Vocabulary;

namespace Taushet.Core.Requests;

/// <summary>One request as the decider reads it: nothing in it depends on what any register holds on the child.</summary>
public sealed record Request
{
    /// <summary>Who moves first.</summary>
    public required Flow Flow { get; init; }

    /// <summary>Who would receive.</summary>
    public required PartyRef Receiver { get; init; }

    /// <summary>Who holds.</summary>
    public required PartyRef Holder { get; init; }

    /// <summary>What it is for; unknown when a push does not say.</summary>
    public Known<Purpose> Purpose { get; init; }

    /// <summary>The cells needed, each with its need.</summary>
    public required NeedList Needs { get; init; }

    /// <summary>The bases that are asserted.</summary>
    public MemberSet<Basis> Asserted { get; init; }

    /// <summary>What supports them.</summary>
    public Evidence Evidence { get; init; } = Evidence.None;

    /// <summary>Whether the child is not born.</summary>
    public bool Unborn { get; init; }

    /// <summary>The date whose law decides: the gateway's own date in Oslo at receipt.</summary>
    public required DateOnly LawDate { get; init; }

    /// <summary>The asserted bases, and those that the kind of evidence brought implies whatever was asserted.</summary>
    /// <remarks>A duty follows from what is stated, whatever basis the sender named (law 0.3).</remarks>
    public MemberSet<Basis> Invoked
    {
        get
        {
            var bases = Asserted;
            bases |= Evidence.Order is null ? default : MemberSet<Basis>.Of(Basis.BarnevernOrder);
            bases |= Evidence.Report is null ? default : MemberSet<Basis>.Of(Basis.DutyToReport);
            bases |= Evidence.Avert is null ? default : MemberSet<Basis>.Of(Basis.DutyToAvert);
            bases |= Evidence.Danger is null ? default : MemberSet<Basis>.Of(Basis.EmergencyNotice);
            bases |= Evidence.Pregnancy is null ? default : MemberSet<Basis>.Of(Basis.PregnancyNotice);
            return bases | (Evidence.Feedback is null ? default : MemberSet<Basis>.Of(Basis.FeedbackToReporter));
        }
    }
}
