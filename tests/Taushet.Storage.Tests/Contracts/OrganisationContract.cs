using Taushet.Storage.Ports;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.Contracts;

/// <summary>The copy of the organisation registry.</summary>
public abstract class OrganisationContract : StoreContract
{
    private static readonly RegisteredUnit School = new(
        People.Organisation(3), "NORDBY SKOLE ÆØÅ", "BEDR", Given.HolderOrganisation, "0301", ["85.201", "88.913"], null, Given.Today);

    private IOrganisationRegistry Organisations => Store.Organisations;

    [StoreFact]
    public async Task FindAsync_NothingImported_HasNoCopy()
    {
        (await Organisations.FindAsync(School.Number, default)).ShouldBe(new UnitLookup(Available: true, HasCopy: false, Unit: null));
    }

    [StoreFact]
    public async Task WriteAsync_Units_AreReadAsTheyWereAndReplacedByTheNext()
    {
        await Organisations.WriteAsync([School, Municipality(5)], Given.Instant, default);
        ShouldBeSame(await FindAsync(School.Number), School);
        (await Organisations.FindAsync(People.Organisation(9), default)).ShouldBe(new UnitLookup(Available: true, HasCopy: true, Unit: null));

        var moved = School with { Name = "SØRBY SKOLE", DeletedFrom = Given.Today, BankruptFrom = null, Industries = [] };
        await Organisations.WriteAsync([moved], Given.Instant.AddDays(1), default);

        ShouldBeSame(await FindAsync(School.Number), moved);
    }

    [StoreFact]
    public async Task CompleteAsync_MarksWhatTheFileNoLongerHad_OfItsKindAlone()
    {
        var gone = School with { Number = People.Organisation(7) };
        await Organisations.WriteAsync([School, gone, Municipality(5)], Given.Instant, default);
        await Organisations.WriteAsync([School], Given.Instant.AddDays(1), default);

        (await Organisations.CompleteAsync(subUnits: true, Given.Instant.AddDays(1), Given.Today, default)).ShouldBe(1);

        (await FindAsync(gone.Number)).DeletedFrom.ShouldBe(Given.Today);
        (await FindAsync(School.Number)).DeletedFrom.ShouldBeNull();
        (await FindAsync(People.Organisation(5))).DeletedFrom.ShouldBeNull();
    }

    private static RegisteredUnit Municipality(int n) => new(People.Organisation(n), "NORDBY KOMMUNE", "KOMM", string.Empty, "0301", ["84.110"], null, null);

    private static void ShouldBeSame(RegisteredUnit read, RegisteredUnit given)
    {
        read.Industries.ShouldBe(given.Industries);
        read.ShouldBe(given with { Industries = read.Industries });
    }

    private async Task<RegisteredUnit> FindAsync(string number) => (await Organisations.FindAsync(number, default)).Unit.ShouldNotBeNull();
}
