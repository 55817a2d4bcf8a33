using Taushet.Core.Policies;
using Taushet.Storage.Ports;

namespace Taushet.Gateway.Hosting;

/// <summary>What a host that embeds the gateway brings itself. What is null the gateway makes from its options.</summary>
public sealed record GatewayParts
{
    /// <summary>Nothing brought.</summary>
    public static GatewayParts None { get; } = new();

    /// <summary>The store's ports, all or none.</summary>
    public StorePorts? Store { get; init; }

    /// <summary>The rule book.</summary>
    public PolicySet? Policies { get; init; }

    /// <summary>The clock of the law; the system's by default.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>The environment's name; from the process's environment by default.</summary>
    public string? Environment { get; init; }

    /// <summary>Brings issuers' metadata and keys by their address; fetched over https by default.</summary>
    public Func<string, CancellationToken, Task<string>>? IssuerDocuments { get; init; }

    /// <summary>Asks what system users may do; Altinn, as the options say, by default.</summary>
    internal Altinn.ISystemUserRights? SystemUserRights { get; init; }

    /// <summary>Changes where logs go.</summary>
    public Action<ILoggingBuilder>? Logging { get; init; }
}

/// <summary>The ports of a store.</summary>
/// <param name="Facts">Reads facts.</param>
/// <param name="Audit">Writes the trail. Drained, not disposed, by the gateway.</param>
/// <param name="Participants">Reads participants.</param>
/// <param name="StandingDecisions">Keeps standing decisions.</param>
/// <param name="Wishes">Reads consents, objections and secrecies with their history.</param>
/// <param name="Inbox">Keeps what waits for holders.</param>
/// <param name="Disclosures">Keeps disclosures and their deliveries.</param>
/// <param name="Reports">Keeps how far barnevern has come with reports.</param>
/// <param name="HandTasks">Keeps what a human must give by hand.</param>
/// <param name="Orders">Keeps the orders of authorities.</param>
/// <param name="Trail">Reads the trail.</param>
public sealed record StorePorts(
    IFactStore Facts,
    IAuditStore Audit,
    IParticipantStore Participants,
    IStandingDecisions StandingDecisions,
    IWishStore Wishes,
    IInbox Inbox,
    IDisclosures Disclosures,
    IReportProgress Reports,
    IHandTasks HandTasks,
    IOrders Orders,
    TrailPorts Trail)
{
    /// <summary>Remembers used proofs; null: no proof can be checked, and so none holds.</summary>
    public IProofStore? Proofs { get; init; }

    /// <summary>Reads the register of participants for its administrators; null: nobody administers it here.</summary>
    public IParticipantRegistry? Registry { get; init; }

    /// <summary>A copy of the organisation registry; null: there is none.</summary>
    public IOrganisationRegistry? Organisations { get; init; }

    /// <summary>Keeps the policy sets that decide; null: the embedding host keeps them.</summary>
    public IPolicyArchive? Policies { get; init; }

    /// <summary>The ports of an open store. Claims the log.</summary>
    public static StorePorts Of(IStore store) =>
        new(
            store.Facts,
            store.Audit,
            store.Participants,
            store.StandingDecisions,
            store.Wishes,
            store.Inbox,
            store.Disclosures,
            store.Reports,
            store.HandTasks,
            store.Orders,
            TrailPorts.Of(store))
        {
            Proofs = store.Proofs,
            Registry = store.Registry,
            Organisations = store.Organisations,
            Policies = store.Policies,
        };
}

/// <summary>What reads the trail.</summary>
/// <param name="Trail">Reads entries and proofs.</param>
/// <param name="Index">Searches entries.</param>
/// <param name="Projector">Fills the index.</param>
/// <param name="Guardians">Tells who may look at a child's log.</param>
/// <param name="Retention">Tells what must be kept, and what has been destroyed.</param>
/// <param name="Control">Tells what controllers have said of entries.</param>
public sealed record TrailPorts(
    ITrailReader Trail,
    ITrailIndex Index,
    ITrailProjector Projector,
    IGuardians Guardians,
    IRetention Retention,
    ILogControl Control)
{
    /// <summary>The ports of an open store.</summary>
    public static TrailPorts Of(IStore store) =>
        new(store.Trail, store.Index, store.Projector, store.Guardians, store.Retention, store.Control);
}
