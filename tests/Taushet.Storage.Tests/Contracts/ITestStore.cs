using Taushet.Storage.Log;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Tests.Contracts;

/// <summary>An empty store that a contract suite runs on. Every kind of store brings its own.</summary>
public interface ITestStore : IAsyncDisposable
{
    IFactStore Facts { get; }

    IWishStore Wishes { get; }

    /// <summary>The failures the store has told of, for the message of a failing test.</summary>
    IEnumerable<StoreFault> Faults { get; }

    IParticipantStore Participants { get; }

    IParticipantRegistry Registry { get; }

    IOrganisationRegistry Organisations { get; }

    IProofStore Proofs { get; }

    IRegistrar Registrar { get; }

    IPersonFeed Persons { get; }

    IInbox Inbox { get; }

    IDisclosures Disclosures { get; }

    IReportProgress Reports { get; }

    IHandTasks HandTasks { get; }

    IOrders Orders { get; }

    IPolicyArchive Policies { get; }

    IStandingDecisions StandingDecisions { get; }

    IAuditStore Audit { get; }

    ITrailReader Trail { get; }

    ITrailIndex Index { get; }

    ITrailProjector Projector { get; }

    IGuardians Guardians { get; }

    IRetention Retention { get; }

    IWrappingKeeper Wrapping { get; }

    ILogControl Control { get; }

    /// <summary>Where the store's keys are, in a file as a gateway has them.</summary>
    string KeyFolder { get; }

    ILogKeeper Logs { get; }

    IStoreHealth Health { get; }

    /// <summary>The settings of the log that <see cref="Audit"/> writes.</summary>
    LogSettings Settings { get; }

    /// <summary>Opens the same database as another process would. The caller disposes of it.</summary>
    Task<IStore> OpenAnotherAsync(LogSettings settings, StoreKeys? keys = null);

    /// <summary>Changes the trail's rows behind the store's back, as somebody with the whole database in hand can.</summary>
    Task OutsideAsync(string sql);

    /// <summary>Bytes as they are written in a statement.</summary>
    string Literal(ReadOnlySpan<byte> bytes);
}
