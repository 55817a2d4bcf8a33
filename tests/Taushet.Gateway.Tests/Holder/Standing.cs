using Taushet.Core.Requests;
using Taushet.Gateway.Tests.Support;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Holder;

/// <summary>Standing decisions as the holder's system makes them: barnevern lets the school know what carries a measure out.</summary>
internal static class Standing
{
    /// <summary>Cells the law leaves to barnevern towards a school (bvl § 13-1 third).</summary>
    public static readonly Cell[] Left = [Cell.ClientRelation, Cell.CareSafetyCollection];

    public static readonly ActingPerson Leader = new() { Reference = "leader-3", Role = "head of barnevern" };

    public static readonly Party Holder = new() { OrganisationNumber = Town.Barnevern, Service = Service.Barnevern };

    public static StandingDecisionService.StandingDecisionServiceClient Client(TestGateway gateway) => new(gateway.Invoker);

    public static RecordStandingDecisionRequest Record(params Cell[] cells) => new()
    {
        Holder = Holder,
        Terms = Terms(cells.Length == 0 ? Left : cells),
        DecidedBy = Leader,
        Reason = "The school must know who may collect a child.",
    };

    public static StandingDecisionTerms Terms(params Cell[] cells) => new()
    {
        Receiver = Service.PrimarySchool,
        Purpose = Purpose.CarryOutMeasure,
        Cells = { cells },
        FromDate = Day(0),
        ToDate = Day(300),
    };

    /// <summary>A day so many days from the gateway's.</summary>
    public static string Day(int fromToday) => OsloTime.DateAt(TestGateway.Start).AddDays(fromToday).ToString("yyyy-MM-dd");

    /// <summary>The school asks barnevern for what would carry a measure out.</summary>
    public static Inquiry Ask(string child, params Cell[] cells) => new()
    {
        Child = new ChildRef { NationalNumber = child },
        Receiver = new Party { OrganisationNumber = Town.School, Service = Service.PrimarySchool },
        Holder = Holder,
        ActingPerson = new ActingPerson { Reference = "employee-9", Role = "teacher" },
        Purpose = Purpose.CarryOutMeasure,
        CaseReference = "case-14",
        Needs = { (cells.Length == 0 ? Left : cells).Select(cell => new NeededCell { Cell = cell, Need = Need.Protect }) },
        Bases = { new BasisClaim { Basis = Basis.BarnevernOwnTasks } },
    };
}
