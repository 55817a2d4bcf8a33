using Taushet.Core.Consents;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;

namespace Taushet.Gateway.Tests.Support;

/// <summary>The consent of the consenting child, aged 16, that psychiatry tells the school of the diagnosis.</summary>
internal sealed class Consents(IRegistrar registrar)
{
    private readonly WishEvent given = new(
        Guid.NewGuid(),
        ExpectedVersion: 0,
        Town.Consenting,
        WishKind.Consent,
        ConsentEventKind.Given,
        new ConsentGiver(ConsentCapacity.Self, LivesWithChild: true),
        Town.Consenting,
        TestGateway.Start.AddDays(-1),
        Town.School + " employee-1",
        "form-1",
        new WishTerms(
            ConsentArea.Health,
            [new ConsentParty(Service.ChildAndYouthPsychiatry, string.Empty)],
            [new ConsentParty(Service.PrimarySchool, string.Empty)],
            CellSet.Of(Cell.ClinicalDiagnosis),
            MemberSet<Purpose>.Of(Purpose.AdaptTeaching),
            OsloTime.DateAt(TestGateway.Start).AddDays(-10),
            OsloTime.DateAt(TestGateway.Start).AddDays(100),
            ConsentForm.Electronic,
            "text-1",
            ChildHeard: OsloTime.DateAt(TestGateway.Start).AddDays(-2)));

    public Task GiveAsync() => registrar.AppendWishAsync(given, default);

    public Task WithdrawAsync() => registrar.AppendWishAsync(
        given with { ExpectedVersion = 1, Event = ConsentEventKind.Withdrawn, At = TestGateway.Start, Terms = null }, default);
}
