using Taushet.Storage.Ports;

namespace Taushet.Storage.Tests.Contracts;

/// <summary>An empty store that a contract suite runs on. Every kind of store brings its own.</summary>
public interface ITestStore : IAsyncDisposable
{
    IFactStore Facts { get; }

    IParticipantStore Participants { get; }

    IRegistrar Registrar { get; }

    IAuditStore Audit { get; }

    ITrailReader Trail { get; }
}
