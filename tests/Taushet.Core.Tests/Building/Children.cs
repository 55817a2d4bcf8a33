using Taushet.Core.Consents;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Building;

/// <summary>Facts on made-up children, and the consents recorded on them.</summary>
internal static class Children
{
    /// <summary>Eight years old; all registers could be read and hold nothing. Whether it is dead is not known.</summary>
    public static Facts Known { get; } = new()
    {
        Age = 8,
        Grading = Grading.Ungraded,
        Care = CareSituation.Parents,
        HiddenAddress = false,
        ContactBan = false,
        Responsibility = ParentalResponsibility.JointTogether,
        Consents = Array.Empty<ConsentFact>().ToKnown(),
        Objections = Array.Empty<ObjectionFact>().ToKnown(),
        Secrecies = Array.Empty<SecrecyFact>().ToKnown(),
        StandingDecisions = Array.Empty<StandingDecisionFact>().ToKnown(),
    };

    public static Facts With(params ConsentFact[] consents) => Known with { Consents = consents.ToKnown() };

    public static Facts With(params ObjectionFact[] objections) => Known with { Objections = objections.ToKnown() };

    public static Facts With(params SecrecyFact[] secrecies) => Known with { Secrecies = secrecies.ToKnown() };

    public static Facts With(params StandingDecisionFact[] decisions) =>
        Known with { StandingDecisions = decisions.ToKnown() };

    /// <summary>A consent of both parents to what <see cref="Asks.Pull"/> asks, for this year.</summary>
    public static ConsentFact Consent(params ReadOnlySpan<Cell> cells) => new()
    {
        Id = new Guid(1, 0, 0, new byte[8]),
        Version = 1,
        Area = ConsentArea.General,
        Givers = [Parent, Parent],
        Holders = [new ConsentParty(Service.PrimarySchool, string.Empty)],
        Receivers = [new ConsentParty(Service.Barnevern, string.Empty)],
        Purposes = MemberSet<Purpose>.Of(Purpose.ChangeOfSchool),
        Cells = CellSet.Of(cells),
        From = new DateOnly(2026, 1, 1),
        To = new DateOnly(2026, 12, 31),
        ChildHeard = true,
    };

    public static ConsentGiver Parent { get; } = new(ConsentCapacity.ParentWithResponsibility, LivesWithChild: false);

    public static ConsentGiver HomeParent { get; } = new(ConsentCapacity.ParentWithResponsibility, LivesWithChild: true);

    public static ConsentGiver As(ConsentCapacity capacity) => new(capacity, LivesWithChild: false);

    public static ObjectionFact Objection(params ReadOnlySpan<Cell> cells) =>
        new(Guid.Empty, Version: 1, Holder: null, Receiver: null, CellSet.Of(cells));

    public static SecrecyFact Secrecy(params ReadOnlySpan<Cell> cells) =>
        new(Guid.Empty, Version: 1, Holder: null, Service.ParentWithResponsibility, CellSet.Of(cells));

    public static StandingDecisionFact Standing(params ReadOnlySpan<Cell> cells) =>
        new(Guid.Empty, Version: 1, Service.Barnevern, Purpose.ChangeOfSchool, CellSet.Of(cells));
}
