using Taushet.Core.Consents;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Altinn;
using Taushet.Gateway.Errors;
using Taushet.Storage.Ports;

namespace Taushet.Gateway.Tests.Altinn;

/// <summary>INVARIANT: a record that rests on a consent token is in no part wider than one right of the token.</summary>
public sealed class AltinnCoverTests
{
    private const string Receiver = "310000000";
    private static readonly DateOnly From = new(2026, 8, 30);

    private static readonly AltinnConsent Consent = new(
        Guid.NewGuid(),
        ByChild: true,
        AltinnTokens.Now.AddDays(-2),
        From,
        From.AddDays(100),
        Receiver,
        [
            Right(CellSet.Of(Cell.Attendance, Cell.ChildSchooling), Purpose.ExpertAssessment),
            Right(CellSet.Of(Cell.SignsDevelopment), Purpose.Facilitation),
        ]);

    private static readonly WishTerms Terms = new(
        ConsentArea.School,
        [new ConsentParty(Service.PrimarySchool, string.Empty)],
        [new ConsentParty(Service.EducationalPsychology, Receiver)],
        CellSet.Of(Cell.Attendance),
        MemberSet<Purpose>.Of(Purpose.ExpertAssessment),
        From,
        From.AddDays(100),
        ConsentForm.Electronic,
        "text-1",
        ChildHeard: null);

    [Fact]
    public void Check_TermsWithinOneRight_Hold()
    {
        Faults(Terms).ShouldBeEmpty();
        Faults(Terms with { Cells = CellSet.Of(Cell.Attendance, Cell.ChildSchooling), To = From }).ShouldBeEmpty();
    }

    [Fact]
    public void Check_AnyPartWiderThanTheRight_IsNamed()
    {
        Faults(Terms with { From = From.AddDays(-1) }).ShouldBe(["terms.from_date"]);
        Faults(Terms with { To = From.AddDays(101) }).ShouldBe(["terms.to_date"]);
        Faults(Terms with { Receivers = [new ConsentParty(Service.EducationalPsychology, string.Empty)] }).ShouldBe(["terms.receivers"]);
        Faults(Terms with { Receivers = [.. Terms.Receivers, new ConsentParty(Service.Barnevern, Receiver)] }).ShouldBe(["terms"]);
        Faults(Terms with { Holders = [new ConsentParty(Service.Barnevern, string.Empty)] }).ShouldBe(["terms"]);
        Faults(Terms with { Area = ConsentArea.Health }).ShouldBe(["terms"]);
        Faults(Terms with { Cells = CellSet.Of(Cell.Finances) }).ShouldBe(["terms"]);
        Faults(Terms with { Purposes = MemberSet<Purpose>.Of(Purpose.ExpertAssessment, Purpose.Contact) }).ShouldBe(["terms"]);
    }

    [Fact]
    public void Check_CellsOfOneRightForThePurposeOfAnother_AreNotCovered() =>
        Faults(Terms with { Purposes = MemberSet<Purpose>.Of(Purpose.Facilitation) }).ShouldBe(["terms"]);

    private static AltinnScope Right(CellSet cells, Purpose purpose) => new(
        "resource",
        ConsentArea.School,
        ServiceSet.Of(Service.PrimarySchool),
        ServiceSet.Of(Service.EducationalPsychology),
        cells,
        MemberSet<Purpose>.Of(purpose));

    private static string[] Faults(WishTerms terms)
    {
        var faults = new FieldFaults();
        AltinnCover.Check(Consent, terms, faults);
        return [.. faults.Found.Select(fault => fault.Field)];
    }
}
