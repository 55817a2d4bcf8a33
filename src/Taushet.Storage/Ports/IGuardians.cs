namespace Taushet.Storage.Ports;

/// <summary>Who is a parent of whom, as the person registry says. Numbers are stored only as keyed hashes.</summary>
public interface IGuardians
{
    /// <summary>Registers what a person is to a child. What was registered before of the two is replaced.</summary>
    Task RegisterAsync(string child, string guardian, GuardianStanding standing, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>What a person is to a child, by the numbers now in use or former ones of either.</summary>
    Task<GuardianStanding> FindAsync(string child, string guardian, CancellationToken cancellation);
}

/// <summary>What a person is to a child. Numbers are stored and never reused.</summary>
public enum GuardianStanding
{
    /// <summary>Nothing that is registered, or no longer anything.</summary>
    None = 0,

    /// <summary>A parent with parental responsibility.</summary>
    WithResponsibility = 1,

    /// <summary>A parent without it.</summary>
    WithoutResponsibility = 2,
}
