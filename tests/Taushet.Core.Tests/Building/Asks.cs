using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Building;

/// <summary>Requests: barnevern and a school, one purpose, one need; a test changes what it needs with "with".</summary>
internal static class Asks
{
    public static readonly DateOnly LawDate = new(2026, 11, 21);

    public static PartyRef School { get; } = new("310000019", string.Empty, Service.PrimarySchool, ServiceForm.Municipal);

    public static PartyRef Barnevern { get; } = new("310000027", string.Empty, Service.Barnevern, ServiceForm.Municipal);

    public static PartyRef Parent { get; } =
        new(string.Empty, string.Empty, Service.ParentWithResponsibility, default);

    /// <summary>Barnevern asks the school for these cells; a new school and a consent are asserted.</summary>
    public static Request Pull(params ReadOnlySpan<Cell> cells) => new()
    {
        Flow = Flow.Pull,
        Receiver = Barnevern,
        Holder = School,
        Purpose = Purpose.ChangeOfSchool,
        Needs = Needing(cells),
        Asserted = MemberSet<Basis>.Of(Basis.NewSchool, Basis.Consent),
        LawDate = LawDate,
    };

    public static Request Push(params ReadOnlySpan<Cell> cells) => Pull(cells) with { Flow = Flow.Push };

    /// <summary>A parent has asked the school.</summary>
    public static Request ParentAsks(params ReadOnlySpan<Cell> cells) =>
        Pull(cells) with { Flow = Flow.Asked, Receiver = Parent };

    public static NeedList Needing(params ReadOnlySpan<Cell> cells) => new([(Need.Teach, CellSet.Of(cells))]);

    public static Request Bring(this Request request, Evidence evidence) => request with { Evidence = evidence };

    public static OrderEvidence Order(params ReadOnlySpan<Cell> scope) => new(
        EvidenceLevel.Asserted,
        OrderCase.CareOrder,
        HasReference: true,
        HasNecessity: true,
        CellSet.Of(scope),
        Written: true,
        AvoidsSeriousSituation: default);

    public static ReportEvidence Report { get; } =
        new(Trigger.Maltreatment, Certainty.ReasonToBelieve, AbuseSuspected: true, InformingEndangers: default, Acute: false);
}
