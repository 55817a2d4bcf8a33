using System.Collections.Immutable;
using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Taushet.Storage.Ports;
using Taushet.Storage.Rows;

namespace Taushet.Storage.Sqlite;

/// <summary>The administrators' register in SQLite. They read it seldom: connections are opened for each use.</summary>
internal sealed class SqliteParticipantRegistry(SqliteOpener opener) : IParticipantRegistry
{
    private const string SelectPeriods = $"""
        SELECT {RegistrationRows.PeriodColumns} FROM participant
        WHERE organisation = @organisation AND unit = @unit AND service = @service AND {RegistrationRows.HasADay}
        ORDER BY from_day
        """;

    private const string SelectIntegrations = $"""
        SELECT issuer, scope, from_day, to_day FROM integration
        WHERE organisation = @organisation AND unit = @unit AND service = @service AND {RegistrationRows.HasADay}
        ORDER BY from_day, issuer, scope
        """;

    private const string SelectChanges = $"""
        SELECT {ProposalRows.Columns} FROM {ProposalRows.Tables}
        WHERE proposal.organisation = @organisation AND proposal.unit = @unit AND proposal.service = @service
            AND verdict.outcome = 1
        ORDER BY verdict.version
        """;

    private const string SelectPage = $"""
        SELECT {RegistrationRows.PeriodColumns} FROM participant
        WHERE (@organisation = '' OR organisation = @organisation) AND {RegistrationRows.HasADay} AND {RegistrationRows.AfterPlace}
            AND (@day IS NULL OR (from_day <= @day AND (to_day IS NULL OR to_day >= @day)))
        ORDER BY organisation, unit, service, from_day
        LIMIT @count
        """;

    private const string SelectProposal = $"SELECT {ProposalRows.Columns} FROM {ProposalRows.Tables} WHERE proposal.id = @id";

    private const string SelectProposals = $"""
        SELECT {ProposalRows.Columns} FROM {ProposalRows.Tables}
        WHERE (@organisation = '' OR proposal.organisation = @organisation) AND proposal.id > @after
            AND (@at IS NULL OR (verdict.outcome IS NULL AND proposal.expires_at > @at))
            AND (@untold IS NULL OR (verdict.outcome IS NULL AND lapse.entry IS NULL AND proposal.expires_at <= @untold))
        ORDER BY proposal.id
        LIMIT @count
        """;

    public ValueTask<RegistrationRecord?> FindAsync(RegistrationKey key, CancellationToken cancellation) => new(Read(
        "find registration",
        connection =>
        {
            using var moment = connection.BeginTransaction(deferred: true);
            var of = new { organisation = key.Organisation, unit = key.Unit, service = StoredForms.Member(key.Service) };
            return new RegistrationRecord(
                All(connection, SelectPeriods, of, RegistrationRows.Period),
                All(connection, SelectIntegrations, of, row => RegistrationRows.Integration(row, key)),
                All(connection, SelectChanges, of, ProposalRows.Read));
        },
        cancellation));

    public ValueTask<ImmutableArray<Participant>?> ListAsync(RegistrationQuery query, CancellationToken cancellation)
    {
        var after = query.After;
        return Page(
            "list registrations",
            SelectPage,
            new
            {
                organisation = query.Organisation,
                day = StoredForms.Day(query.InForceOn),
                afterOrganisation = after?.Key.Organisation ?? string.Empty,
                afterUnit = after?.Key.Unit ?? string.Empty,
                afterService = after is { } place ? StoredForms.Member(place.Key.Service) : 0,
                afterFrom = after is { } from ? StoredForms.Day(from.From) : 0,
                count = query.Count,
            },
            RegistrationRows.Period,
            cancellation);
    }

    public async ValueTask<ProposalLookup> FindProposalAsync(Guid id, CancellationToken cancellation)
    {
        var found = await Page("find proposal", SelectProposal, new { id = StoredForms.Id(id) }, ProposalRows.Read, cancellation);
        return new ProposalLookup(found is not null, found is [var one] ? one : null);
    }

    public ValueTask<ImmutableArray<StoredProposal>?> ListProposalsAsync(ProposalQuery query, CancellationToken cancellation) => Page(
        "list proposals",
        SelectProposals,
        new
        {
            organisation = query.Organisation,
            at = query.WaitingAt is { } at ? StoredForms.Micros(at) : (long?)null,
            untold = query.UntoldLapseAt is { } untold ? StoredForms.Micros(untold) : (long?)null,
            after = StoredForms.Id(query.After),
            count = query.Count,
        },
        ProposalRows.Read,
        cancellation);

    private ValueTask<ImmutableArray<T>?> Page<T>(
        string operation, string sql, object parameters, Func<DbDataReader, T> read, CancellationToken cancellation)
    {
        var page = Read(operation, connection => All(connection, sql, parameters, read).ToList(), cancellation);
        return new(page is null ? null : [.. page]);
    }

    private static ImmutableArray<T> All<T>(SqliteConnection connection, string sql, object parameters, Func<DbDataReader, T> read)
    {
        using var row = (DbDataReader)connection.ExecuteReader(sql, parameters);
        var all = ImmutableArray.CreateBuilder<T>();
        while (row.Read())
        {
            all.Add(read(row));
        }

        return all.ToImmutable();
    }

    private T? Read<T>(string operation, Func<SqliteConnection, T> read, CancellationToken cancellation)
        where T : class
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            using var connection = opener.OpenToRead();
            return read(connection);
        }
        catch (Exception error) when (StoreErrors.IsStoreError(error))
        {
            opener.Report(operation, error);
            return null;
        }
    }
}
