using System.Collections.Immutable;
using System.Data.Common;
using Taushet.Storage.Ports;
using Taushet.Storage.Rows;
using Taushet.Storage.SqlServer.Tables;

namespace Taushet.Storage.SqlServer;

/// <summary>The administrators' register in SQL Server.</summary>
internal sealed class SqlServerParticipantRegistry(SqlServerOpener opener) : IParticipantRegistry
{
    // The changes come first: what is read after them is at least as new, and a version that is too old is refused when it is used.
    private const string SelectRecord = $"""
        SELECT {ProposalRows.Columns} FROM {ProposalRows.Tables}
        WHERE proposal.organisation = @organisation AND proposal.unit = @unit AND proposal.service = @service
            AND verdict.outcome = 1
        ORDER BY verdict.version;
        SELECT {RegistrationRows.PeriodColumns} FROM participant
        WHERE organisation = @organisation AND unit = @unit AND service = @service AND {RegistrationRows.HasADay}
        ORDER BY from_day;
        SELECT issuer, scope, from_day, to_day FROM integration
        WHERE organisation = @organisation AND unit = @unit AND service = @service AND {RegistrationRows.HasADay}
        ORDER BY from_day, issuer, scope;
        """;

    private const string SelectPage = $"""
        SELECT TOP (@count) {RegistrationRows.PeriodColumns} FROM participant
        WHERE (@organisation = '' OR organisation = @organisation) AND {RegistrationRows.HasADay} AND {RegistrationRows.AfterPlace}
            AND (@day IS NULL OR (from_day <= @day AND (to_day IS NULL OR to_day >= @day)))
        ORDER BY organisation, unit, service, from_day;
        """;

    private const string SelectProposal = $"SELECT {ProposalRows.Columns} FROM {ProposalRows.Tables} WHERE proposal.id = @id;";

    // 0 stands for no time: every proposal.
    private const string SelectProposals = $"""
        SELECT TOP (@count) {ProposalRows.Columns} FROM {ProposalRows.Tables}
        WHERE (@organisation = '' OR proposal.organisation = @organisation) AND proposal.id > @after
            AND (@at = 0 OR (verdict.outcome IS NULL AND proposal.expires_at > @at))
            AND (@untold = 0 OR (verdict.outcome IS NULL AND lapse.entry IS NULL AND proposal.expires_at <= @untold))
        ORDER BY proposal.id;
        """;

    private readonly SqlServerReader reader = new(opener);

    public ValueTask<RegistrationRecord?> FindAsync(RegistrationKey key, CancellationToken cancellation) => ReadAsync<RegistrationRecord?>(
        "find registration",
        SelectRecord,
        () => ProposalTable.Of(key),
        async (rows, token) =>
        {
            var changes = await AllAsync(rows, ProposalRows.Read, token);
            await rows.NextResultAsync(token);
            var periods = await AllAsync(rows, RegistrationRows.Period, token);
            await rows.NextResultAsync(token);
            return new RegistrationRecord(
                periods, await AllAsync(rows, row => RegistrationRows.Integration(row, key), token), changes);
        },
        cancellation);

    public ValueTask<ImmutableArray<Participant>?> ListAsync(RegistrationQuery query, CancellationToken cancellation) => PageAsync(
        "list registrations",
        SelectPage,
        () => new TypedParameters()
            .Code("@organisation", query.Organisation, Limits.Organisation)
            .Number("@day", StoredForms.Day(query.InForceOn))
            .Code("@afterOrganisation", query.After?.Key.Organisation ?? string.Empty, Limits.Organisation)
            .Code("@afterUnit", query.After?.Key.Unit ?? string.Empty, Limits.Organisation)
            .Number("@afterService", query.After is { } place ? StoredForms.Member(place.Key.Service) : 0)
            .Number("@afterFrom", query.After is { } from ? StoredForms.Day(from.From) : 0)
            .Number("@count", query.Count),
        RegistrationRows.Period,
        cancellation);

    public async ValueTask<ProposalLookup> FindProposalAsync(Guid id, CancellationToken cancellation)
    {
        var found = await PageAsync(
            "find proposal", SelectProposal, () => new TypedParameters().Id("@id", id), ProposalRows.Read, cancellation);
        return new ProposalLookup(found is not null, found is [var one] ? one : null);
    }

    public ValueTask<ImmutableArray<StoredProposal>?> ListProposalsAsync(ProposalQuery query, CancellationToken cancellation) => PageAsync(
        "list proposals",
        SelectProposals,
        () => new TypedParameters()
            .Code("@organisation", query.Organisation, Limits.Organisation)
            .Long("@at", query.WaitingAt is { } at ? StoredForms.Micros(at) : 0)
            .Long("@untold", query.UntoldLapseAt is { } untold ? StoredForms.Micros(untold) : 0)
            .Id("@after", query.After)
            .Number("@count", query.Count),
        ProposalRows.Read,
        cancellation);

    private ValueTask<ImmutableArray<T>?> PageAsync<T>(
        string operation,
        string sql,
        Func<TypedParameters> parameters,
        Func<DbDataReader, T> read,
        CancellationToken cancellation) =>
        ReadAsync<ImmutableArray<T>?>(operation, sql, parameters, async (rows, token) => await AllAsync(rows, read, token), cancellation);

    private async ValueTask<T?> ReadAsync<T>(
        string operation,
        string sql,
        Func<TypedParameters> parameters,
        Func<DbDataReader, CancellationToken, Task<T>> take,
        CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            return await reader.ReadAsync(sql, parameters, take, cancellation);
        }
        catch (Exception error) when (StoreErrors.IsStoreError(error) && !cancellation.IsCancellationRequested)
        {
            opener.Report(operation, error);
            return default;
        }
    }

    private static async Task<ImmutableArray<T>> AllAsync<T>(DbDataReader rows, Func<DbDataReader, T> read, CancellationToken cancellation)
    {
        var all = ImmutableArray.CreateBuilder<T>();
        while (await rows.ReadAsync(cancellation))
        {
            all.Add(read(rows));
        }

        return all.ToImmutable();
    }
}
