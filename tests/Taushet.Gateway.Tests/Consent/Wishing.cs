using Google.Protobuf;
using Taushet.Core.Requests;
using Taushet.Gateway.Tests.Support;
using Taushet.Storage.Ports;
using Taushet.V1;
using CareSituation = Taushet.Core.Vocabulary.CareSituation;
using Cell = Taushet.V1.Cell;
using ConsentArea = Taushet.V1.ConsentArea;
using ConsentCapacity = Taushet.V1.ConsentCapacity;
using ConsentProof = Taushet.V1.ConsentProof;
using Grading = Taushet.Core.Vocabulary.Grading;
using ParentalResponsibility = Taushet.Core.Vocabulary.ParentalResponsibility;
using Purpose = Taushet.V1.Purpose;
using Service = Taushet.V1.Service;
using WishKind = Taushet.V1.WishKind;
using WishTerms = Taushet.V1.WishTerms;

namespace Taushet.Gateway.Tests.Consent;

/// <summary>Wishes as sector systems record them: psychiatry shall tell the school of the diagnosis.</summary>
internal static class Wishing
{
    /// <summary>Ten years old, with parents who have joint responsibility and live together.</summary>
    public static readonly string Child = People.Number(20);

    public static readonly string Mother = People.Number(21);

    public static readonly string Father = People.Number(22);

    public static readonly Party School = new() { OrganisationNumber = Town.School, Service = Service.PrimarySchool };

    public static readonly Party Psychiatry =
        new() { OrganisationNumber = Town.Psychiatry, Service = Service.ChildAndYouthPsychiatry };

    public static ConsentService.ConsentServiceClient Front(TestGateway gateway) => new(gateway.Invoker);

    /// <summary>Registers the child of these tests.</summary>
    public static async Task RegisterAsync(TestGateway gateway, DateOnly? born = null)
    {
        await gateway.Store.Registrar.ImportAsync(
            [new PersonRow(Child, born ?? new DateOnly(2016, 4, 1), Grading.Ungraded, ParentalResponsibility.JointTogether, null)],
            TestGateway.Start,
            default);
        await CareAsync(gateway, CareSituation.Parents, new DateOnly(2020, 1, 1));
    }

    public static Task CareAsync(TestGateway gateway, CareSituation situation, DateOnly from) =>
        gateway.Store.Registrar.RegisterCareAsync(Child, new CareRow(situation, HiddenAddress: false, ContactBan: false, from), default);

    public static WishCall By(Party party, string? child = null) => new()
    {
        ActingAs = party,
        Employee = new ActingPerson { Reference = "employee-4", Role = "adviser" },
        ChildNumber = child ?? Child,
    };

    public static WishTerms Terms(params Cell[] cells) => new()
    {
        Area = ConsentArea.Health,
        Holders = { Psychiatry },
        Receivers = { School },
        Cells = { cells.Length == 0 ? [Cell.Identity, Cell.ClinicalDiagnosis] : cells },
        Purposes = { Purpose.AdaptTeaching },
        FromDate = Day(0),
        Hearing = new WishHearing { HeardOn = Day(-3), View = Taushet.V1.ChildView.Agrees },
    };

    public static WishGiving Given(ConsentCapacity capacity, string number) => new()
    {
        Giver = new WishGiver { Capacity = capacity, NationalNumber = number },
        Proof = ConsentProof.SignedForm,
        ProofReference = "form-7",
        InformationTextVersion = "text-2",
    };

    public static WishGiving ByMother => Given(ConsentCapacity.ParentWithResponsibility, Mother);

    public static WishGiving ByFather => Given(ConsentCapacity.ParentWithResponsibility, Father);

    public static WishGiving BySelf(string child) => Given(ConsentCapacity.Self, child);

    public static RecordWishRequest Record(WishTerms? terms = null, WishGiving? giving = null, string? child = null) => new()
    {
        RequestId = ByteString.CopyFrom(Guid.NewGuid().ToByteArray()),
        Call = By(School, child),
        Kind = WishKind.Consent,
        Terms = terms ?? Terms(),
        Giving = giving ?? ByMother,
    };

    public static ConfirmWishRequest Confirm(Wish wish, WishGiving giving, string? child = null) =>
        new() { Call = By(School, child), WishId = wish.Id, ExpectedVersion = wish.Version, Giving = giving };

    public static WithdrawWishRequest Withdraw(Wish wish, WishGiver giver, string? child = null) => new()
    {
        Call = By(School, child),
        WishId = wish.Id,
        ExpectedVersion = wish.Version,
        Giver = giver,
        Proof = ConsentProof.Journal,
        ProofReference = "journal-3",
    };

    /// <summary>The consent of both parents.</summary>
    public static async Task<Wish> BothAsync(TestGateway gateway, WishTerms? terms = null)
    {
        var first = await Front(gateway).RecordWishAsync(Record(terms), gateway.As(Town.School));
        return (await Front(gateway).ConfirmWishAsync(Confirm(first.Wish, ByFather), gateway.As(Town.School))).Wish;
    }

    /// <summary>What a request of the school is given now.</summary>
    public static async Task<IReadOnlyList<Cell>> GivenNowAsync(TestGateway gateway, string? child = null)
    {
        var assessed = await gateway.Client.AssessAsync(
            new AssessRequest { Flow = Taushet.V1.Flow.Pull, Inquiry = Town.Plain(child ?? Child, Cell.Identity, Cell.ClinicalDiagnosis) },
            gateway.As(Town.School));
        return [.. assessed.Groups.Where(group => group.Outcome == Taushet.V1.Outcome.MayOnRequest).SelectMany(group => group.Cells)
            .Where(cell => cell != Cell.IdentityNationalNumber)];
    }

    /// <summary>A day so many days from the gateway's.</summary>
    public static string Day(int fromToday) => OsloTime.DateAt(TestGateway.Start).AddDays(fromToday).ToString("yyyy-MM-dd");
}
