using Google.Protobuf;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Tests.Support;

/// <summary>The parties and children of the tests, and the requests they make.</summary>
internal static class Town
{
    public static readonly string Barnevern = People.Organisation(1);
    public static readonly string School = People.Organisation(2);
    public static readonly string Psychiatry = People.Organisation(3);
    public static readonly string Stranger = People.Organisation(4);
    public static readonly string Known = People.Number(1);
    public static readonly string Shielded = People.Number(2);
    public static readonly string Consenting = People.Number(3);
    public static readonly string Unknown = People.Number(4);

    public static async Task RegisterAsync(TestGateway gateway)
    {
        await gateway.RegisterAsync(Barnevern, Service.Barnevern);
        await gateway.RegisterAsync(School, Service.PrimarySchool, source: gateway.Source.Address);
        await gateway.RegisterAsync(Psychiatry, Service.ChildAndYouthPsychiatry, ServiceForm.State, gateway.Source.Address);
        await gateway.Store.Registrar.ImportAsync(
            [
                Row(Known, Grading.Ungraded),
                Row(Shielded, Grading.StrictlyConfidential),
                Row(Consenting, Grading.Ungraded),
            ],
            TestGateway.Start,
            default);
    }

    /// <summary>An order of barnevern for everything the school holds (bvl § 13-4).</summary>
    public static Wire.Inquiry Order(string child, params Wire.Cell[] cells) => new()
    {
        Child = new Wire.ChildRef { NationalNumber = child },
        Receiver = new Wire.Party { OrganisationNumber = Barnevern, Service = Wire.Service.Barnevern },
        Holder = new Wire.Party { OrganisationNumber = School, Service = Wire.Service.PrimarySchool },
        ActingPerson = new Wire.ActingPerson { Reference = "employee-7", Role = "caseworker" },
        Purpose = Wire.Purpose.ChildWelfareCase,
        CaseReference = "case-12",
        Needs = { cells.Select(cell => new Wire.NeededCell { Cell = cell, Need = Wire.Need.AssessCase }) },
        Bases =
        {
            new Wire.BasisClaim
            {
                Basis = Wire.Basis.BarnevernOrder,
                Evidence = new Wire.Evidence
                {
                    Order = new Wire.OrderEvidence
                    {
                        CaseType = Wire.OrderCase.CareOrder,
                        Reference = "order-1",
                        Necessity = "needed to assess care",
                        Scope = { cells },
                        Written = true,
                    },
                },
            },
        },
    };

    /// <summary>A pull that nothing opens unless the child has consented: the school asks psychiatry.</summary>
    public static Wire.Inquiry Plain(string child, params Wire.Cell[] cells) => new()
    {
        Child = new Wire.ChildRef { NationalNumber = child },
        Receiver = new Wire.Party { OrganisationNumber = School, Service = Wire.Service.PrimarySchool },
        Holder = new Wire.Party { OrganisationNumber = Psychiatry, Service = Wire.Service.ChildAndYouthPsychiatry },
        Purpose = Wire.Purpose.AdaptTeaching,
        CaseReference = "case-13",
        Needs = { cells.Select(cell => new Wire.NeededCell { Cell = cell, Need = Wire.Need.Teach }) },
        Bases = { new Wire.BasisClaim { Basis = Wire.Basis.Consent } },
    };

    /// <summary>A report of the school to barnevern (bvl § 13-2).</summary>
    public static Wire.Inquiry Report(string child, params Wire.Cell[] cells) => new()
    {
        Child = new Wire.ChildRef { NationalNumber = child },
        Receiver = new Wire.Party { OrganisationNumber = Barnevern, Service = Wire.Service.Barnevern },
        Holder = new Wire.Party { OrganisationNumber = School, Service = Wire.Service.PrimarySchool },
        Needs = { cells.Select(cell => new Wire.NeededCell { Cell = cell }) },
        Bases =
        {
            new Wire.BasisClaim
            {
                Basis = Wire.Basis.DutyToReport,
                Evidence = new Wire.Evidence
                {
                    Report = new Wire.ReportEvidence
                    {
                        Trigger = Wire.Trigger.Maltreatment,
                        Certainty = Wire.Certainty.MostLikely,
                    },
                },
            },
        },
    };

    public static Wire.RequestInformationRequest Request(Wire.Inquiry inquiry) =>
        new() { Inquiry = inquiry, RequestId = ByteString.CopyFrom(Guid.NewGuid().ToByteArray()) };

    private static PersonRow Row(string number, Grading grading) =>
        new(number, new DateOnly(2010, 4, 1), grading, ParentalResponsibility.JointTogether, null);
}
