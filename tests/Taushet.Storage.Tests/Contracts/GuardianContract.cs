using Taushet.Storage.Ports;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.Contracts;

/// <summary>Who is a parent of whom: the log of a child is shown to nobody else.</summary>
public abstract class GuardianContract : StoreContract
{
    private const int Child = 1;
    private const int Mother = 2;
    private const int Father = 3;

    private IGuardians Guardians => Store.Guardians;

    [StoreFact]
    public async Task Find_NothingRegistered_IsNone() => (await FindAsync(Child, Mother)).ShouldBe(GuardianStanding.None);

    [StoreFact]
    public async Task Register_TwoParents_EachHasItsOwnStanding()
    {
        await RegisterAsync(Child, Mother, GuardianStanding.WithResponsibility);
        await RegisterAsync(Child, Father, GuardianStanding.WithoutResponsibility);

        (await FindAsync(Child, Mother)).ShouldBe(GuardianStanding.WithResponsibility);
        (await FindAsync(Child, Father)).ShouldBe(GuardianStanding.WithoutResponsibility);
    }

    [StoreFact]
    public async Task Register_AParent_IsNothingToAnotherChildNorTheOtherWayRound()
    {
        await RegisterAsync(Child, Mother, GuardianStanding.WithResponsibility);

        (await FindAsync(4, Mother)).ShouldBe(GuardianStanding.None);
        (await FindAsync(Mother, Child)).ShouldBe(GuardianStanding.None);
    }

    [StoreFact]
    public async Task Register_Again_ReplacesWhatWasThere()
    {
        await RegisterAsync(Child, Mother, GuardianStanding.WithResponsibility);
        await RegisterAsync(Child, Mother, GuardianStanding.WithoutResponsibility, hours: 1);
        (await FindAsync(Child, Mother)).ShouldBe(GuardianStanding.WithoutResponsibility);

        await RegisterAsync(Child, Mother, GuardianStanding.None, hours: 2);
        (await FindAsync(Child, Mother)).ShouldBe(GuardianStanding.None);
    }

    [StoreFact]
    public async Task Find_ByANumberOfEitherThatWasReplaced_FindsTheSame()
    {
        await RegisterAsync(Child, Mother, GuardianStanding.WithResponsibility);
        await Store.Registrar.ReplaceNumberAsync(People.Number(Child), People.Number(5), Given.Instant, default);
        await Store.Registrar.ReplaceNumberAsync(People.Number(Mother), People.Number(6), Given.Instant, default);

        foreach (var (child, guardian) in new[] { (Child, Mother), (5, 6), (Child, 6), (5, Mother) })
        {
            (await FindAsync(child, guardian)).ShouldBe(GuardianStanding.WithResponsibility);
        }
    }

    [StoreFact]
    public async Task Register_UnderTheNewNumber_IsNewerThanWhatTheFormerOneHad()
    {
        await RegisterAsync(Child, Mother, GuardianStanding.WithResponsibility);
        await Store.Registrar.ReplaceNumberAsync(People.Number(Child), People.Number(5), Given.Instant, default);
        await RegisterAsync(5, Mother, GuardianStanding.None, hours: 1);

        (await FindAsync(Child, Mother)).ShouldBe(GuardianStanding.None);
    }

    [StoreFact]
    public async Task Register_ManyAtOnce_LeavesOneStanding()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            () => RegisterAsync(Child, Mother, GuardianStanding.WithResponsibility))));

        (await FindAsync(Child, Mother)).ShouldBe(GuardianStanding.WithResponsibility);
    }

    private Task RegisterAsync(int child, int guardian, GuardianStanding standing, int hours = 0) =>
        Guardians.RegisterAsync(People.Number(child), People.Number(guardian), standing, Given.Instant.AddHours(hours), default);

    private Task<GuardianStanding> FindAsync(int child, int guardian) =>
        Guardians.FindAsync(People.Number(child), People.Number(guardian), default);
}
