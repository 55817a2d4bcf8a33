namespace Taushet.Storage.Ports;

/// <summary>A store: everything the gateway keeps, behind its ports. Thread-safe. Disposing drains the log's writer.</summary>
public interface IStore : IAsyncDisposable
{
    /// <summary>Reads facts.</summary>
    IFactStore Facts { get; }

    /// <summary>Reads consents, objections and secrecies with their history.</summary>
    IWishStore Wishes { get; }

    /// <summary>Reads participants.</summary>
    IParticipantStore Participants { get; }

    /// <summary>Reads the register of participants for those who administer it.</summary>
    IParticipantRegistry Registry { get; }

    /// <summary>Keeps a copy of the organisation registry.</summary>
    IOrganisationRegistry Organisations { get; }

    /// <summary>Remembers which proofs of possession were used.</summary>
    IProofStore Proofs { get; }

    /// <summary>Writes the registers. A call returns when its change is durable.</summary>
    IRegistrar Registrar { get; }

    /// <summary>Takes what the person registry says.</summary>
    IPersonFeed Persons { get; }

    /// <summary>Keeps the holders' standing decisions.</summary>
    IStandingDecisions StandingDecisions { get; }

    /// <summary>Keeps the policy sets that decided.</summary>
    IPolicyArchive Policies { get; }

    /// <summary>Keeps what waits for holders.</summary>
    IInbox Inbox { get; }

    /// <summary>Keeps disclosures and their deliveries.</summary>
    IDisclosures Disclosures { get; }

    /// <summary>Keeps how far barnevern has come with reports.</summary>
    IReportProgress Reports { get; }

    /// <summary>Keeps what a human must give by hand.</summary>
    IHandTasks HandTasks { get; }

    /// <summary>Keeps the orders of authorities.</summary>
    IOrders Orders { get; }

    /// <summary>Reads the trail.</summary>
    ITrailReader Trail { get; }

    /// <summary>Searches the trail.</summary>
    ITrailIndex Index { get; }

    /// <summary>Fills what the trail is searched by.</summary>
    ITrailProjector Projector { get; }

    /// <summary>Who is a parent of whom.</summary>
    IGuardians Guardians { get; }

    /// <summary>What an operator looks at.</summary>
    IStoreHealth Health { get; }

    /// <summary>What must be kept, and what has been destroyed.</summary>
    IRetention Retention { get; }

    /// <summary>What controllers have said of entries.</summary>
    ILogControl Control { get; }

    /// <summary>Changes the key that wraps the others.</summary>
    IWrappingKeeper Wrapping { get; }

    /// <summary>Closes and begins logs.</summary>
    ILogKeeper Logs { get; }

    /// <summary>
    /// Writes the trail. The first use claims the log of this gateway identity, so a process that only reads must not touch this.
    /// </summary>
    /// <exception cref="InvalidOperationException">The store was opened without settings of a log.</exception>
    IAuditStore Audit { get; }
}
