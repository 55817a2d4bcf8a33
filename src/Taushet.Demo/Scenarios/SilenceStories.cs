using Taushet.Demo.Town;
using Taushet.V1;
using static Taushet.Demo.Scenarios.Inquiries;

namespace Taushet.Demo.Scenarios;

/// <summary>Stories that end in silence.</summary>
internal static class SilenceStories
{
    private static readonly Cell[] WhereTheChildIs = [Cell.Identity, Cell.ClientRelation, Cell.Address, Cell.GradedAddress];

    /// <summary>The stories.</summary>
    public static IEnumerable<Scenario> All(Cast cast) => [EconomicAid(cast), CrisisCentre(cast), Telephone(cast), .. Alike(cast)];

    /// <summary>Three children nobody can tell apart from the answers: shielded, known without basis, unknown.</summary>
    public static IReadOnlyList<Scenario> Alike(Cast cast) =>
    [
        Address("silence-shielded", "NAV seeks an address; the child lives at a strictly confidential one", cast.Shielded.NationalNumber),
        Address("silence-no-basis", "NAV seeks an address; the child's is an ordinary one", cast.Sought.NationalNumber),
        Address("silence-unknown", "NAV seeks an address; nobody has this number", cast.Unknown),
    ];

    private static Scenario EconomicAid(Cast cast) => new()
    {
        Name = "economic-aid",
        Story = "NAV asks barnevern in a case of economic aid",
        Caller = Organisations.NavSocial,
        Inquiry = Of(
            cast.Aided,
            Organisations.NavSocial,
            Organisations.Barnevern,
            Purpose.EconomicAid,
            For(Need.DecideBenefit, Cell.ClientRelation, Cell.Decisions, Cell.FamilySituation, Cell.Finances),
            Claim(Basis.SocialServicesRequest)),
        Cites = ["sotjl § 43", "bvl § 13-1"],
    };

    private static Scenario CrisisCentre(Cast cast) => new()
    {
        Name = "crisis-centre",
        Story = "The school asks the crisis centre whether the child is there",
        Caller = Organisations.School,
        Inquiry = Of(
            cast.Sought,
            Organisations.School,
            Organisations.CrisisCentre,
            Purpose.CheckWhereabouts,
            For(Need.Reach, Cell.Identity, Cell.ClientRelation, Cell.Address, Cell.AddressStay)),
        Cites = ["krl § 5"],
    };

    private static Scenario Telephone(Cast cast) => new()
    {
        Name = "telephone",
        Story = "NAV rings the school about a pupil; the school's system asks what may be told",
        Caller = Organisations.School,
        Call = ScenarioCall.AssessAsked,
        Inquiry = Of(
            cast.Aided,
            Organisations.NavSocial,
            Organisations.School,
            Purpose.EconomicAid,
            For(Need.DecideBenefit, Cell.Identity, Cell.ClientRelation, Cell.Attendance, Cell.FamilySituation),
            Claim(Basis.SocialServicesRequest)),
        Cites = ["sotjl § 43", "fvl § 13"],
    };

    private static Scenario Address(string name, string story, string nationalNumber) => new()
    {
        Name = name,
        Story = story,
        Caller = Organisations.NavState,
        Inquiry = Of(
            nationalNumber,
            Organisations.NavState,
            Organisations.School,
            Purpose.Contact,
            For(Need.Reach, WhereTheChildIs)),
        Cites = ["fvl § 13"],
    };
}
