
using Taushet.Storage.Ports;
using Taushet.Storage.Sealing;
using Taushet.Storage.SqlServer.Tables;
using Taushet.Storage.Wishes;

namespace Taushet.Storage.SqlServer;

/// <summary>Writes the registers. Triggers raise the counters, so that no writer can forget.</summary>
internal sealed class SqlServerRegistrar(SqlServerOpener opener, RegisterGate gate) : IRegistrar
{
    private readonly PersonImport import = new(opener, gate);

    private StoreKeys Keys => opener.Options.Keys;

    public Task RegisterAsync(Participant participant, CancellationToken cancellation) =>
        WriteAsync(write => ParticipantTable.WriteAsync(write, participant), cancellation);

    public Task RegisterAsync(Integration integration, CancellationToken cancellation) =>
        WriteAsync(write => IntegrationTable.WriteAsync(write, integration), cancellation);

    public Task ImportAsync(IReadOnlyCollection<PersonRow> persons, DateTimeOffset asOf, CancellationToken cancellation) =>
        import.RunAsync(persons, asOf, cancellation);

    public Task ReplaceNumberAsync(string former, string current, DateTimeOffset at, CancellationToken cancellation) =>
        WriteAsync(
            async write =>
            {
                var from = SubjectLookup.OfNumber(Keys, former);
                var to = await CurrentAsync(write, current);
                if (from.AsSpan().SequenceEqual(to))
                {
                    throw new ArgumentException("A number cannot replace itself.", nameof(current));
                }

                await SqlServerPersonFeed.ReplaceAsync(write, Keys, from, to, at);
            },
            cancellation);

    public Task RegisterCareAsync(string nationalNumber, CareRow care, CancellationToken cancellation) =>
        WriteAsync(
            async write => await CareTable.WriteAsync(write, await CurrentAsync(write, nationalNumber), care),
            cancellation);

    public Task<int> AppendWishAsync(WishEvent wish, CancellationToken cancellation)
    {
        WishEventCheck.Require(wish);
        return gate.WriteAsync(
            async write => await WishWriting.AppendAsync(write, Keys, await CurrentAsync(write, wish.Subject), wish),
            cancellation);
    }

    public Task RecordAsync(StandingDecisionRow decision, CancellationToken cancellation) =>
        WriteAsync(
            async write =>
            {
                var newest = await StandingDecisionTable.NewestAsync(write, decision.Id);
                if (newest is { } stored && stored.Version >= decision.Fact.Version)
                {
                    throw new VersionConflictException(decision.Fact.Version - 1, stored.Version);
                }

                if (newest is { } other
                    && !string.Equals(other.Organisation, decision.HolderOrganisation, StringComparison.Ordinal))
                {
                    throw new ArgumentException("A standing decision stays with its organisation.", nameof(decision));
                }

                await StandingDecisionTable.WriteAsync(write, decision);
            },
            cancellation);

    private Task<byte[]> CurrentAsync(RegisterWrite write, string number) =>
        IdentifierTable.CurrentAsync(write, SubjectLookup.OfNumber(Keys, number));

    private Task WriteAsync(Func<RegisterWrite, Task> write, CancellationToken cancellation) =>
        gate.WriteAsync(
            async transaction =>
            {
                await write(transaction);
                return true;
            },
            cancellation);
}
