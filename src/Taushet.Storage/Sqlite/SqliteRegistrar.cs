
using Microsoft.Data.Sqlite;
using Taushet.Storage.Ports;
using Taushet.Storage.Sealing;
using Taushet.Storage.Sqlite.Tables;
using Taushet.Storage.Wishes;

namespace Taushet.Storage.Sqlite;

/// <summary>Writes the registers. Triggers raise the counters, so that no writer can forget.</summary>
internal sealed class SqliteRegistrar(SqliteOpener opener, WriteGate gate) : IRegistrar
{
    private StoreKeys Keys => opener.Options.Keys;

    public Task RegisterAsync(Participant participant, CancellationToken cancellation) =>
        WriteAsync(connection => ParticipantTable.Write(connection, participant), cancellation);

    public Task RegisterAsync(Integration integration, CancellationToken cancellation) =>
        WriteAsync(connection => IntegrationTable.Write(connection, integration), cancellation);

    public Task ImportAsync(IReadOnlyCollection<PersonRow> persons, DateTimeOffset asOf, CancellationToken cancellation) =>
        WriteAsync(
            connection =>
            {
                if (!PersonTable.Advance(connection, asOf))
                {
                    throw new InvalidOperationException("The person registry's feed already speaks for a later time.");
                }

                SqlitePersonFeed.Write(connection, Keys, [.. persons.Select(person => person.AsOf(asOf))]);
            },
            cancellation);

    public Task ReplaceNumberAsync(string former, string current, DateTimeOffset at, CancellationToken cancellation) =>
        WriteAsync(
            connection =>
            {
                var from = SubjectLookup.OfNumber(Keys, former);
                var to = Current(connection, current);
                if (from.AsSpan().SequenceEqual(to))
                {
                    throw new ArgumentException("A number cannot replace itself.", nameof(current));
                }

                SqlitePersonFeed.Replace(connection, Keys, from, to, at);
            },
            cancellation);

    public Task RegisterCareAsync(string nationalNumber, CareRow care, CancellationToken cancellation) =>
        WriteAsync(connection => CareTable.Write(connection, Current(connection, nationalNumber), care), cancellation);

    public Task<int> AppendWishAsync(WishEvent wish, CancellationToken cancellation)
    {
        WishEventCheck.Require(wish);
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(gate.Write(connection =>
            WishWriting.Append(connection, Keys, Current(connection, wish.Subject), wish)));
    }

    public Task RecordAsync(StandingDecisionRow decision, CancellationToken cancellation) =>
        WriteAsync(
            connection =>
            {
                var newest = StandingDecisionTable.Newest(connection, decision.Id);
                if (newest is { } stored && stored.Version >= decision.Fact.Version)
                {
                    throw new VersionConflictException(decision.Fact.Version - 1, stored.Version);
                }

                if (newest is { } other
                    && !string.Equals(other.Organisation, decision.HolderOrganisation, StringComparison.Ordinal))
                {
                    throw new ArgumentException("A standing decision stays with its organisation.", nameof(decision));
                }

                StandingDecisionTable.Write(connection, decision);
            },
            cancellation);

    private byte[] Current(SqliteConnection connection, string number) =>
        IdentifierTable.Current(connection, SubjectLookup.OfNumber(Keys, number));

    private Task WriteAsync(Action<SqliteConnection> write, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        gate.Write(connection =>
        {
            write(connection);
            return true;
        });
        return Task.CompletedTask;
    }
}
