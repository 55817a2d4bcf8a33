using Dapper;
using Microsoft.Data.SqlClient;
using Taushet.Storage.Ports;

namespace Taushet.Storage.SqlServer;

/// <summary>Remembers used proofs in SQL Server, for every gateway on it.</summary>
internal sealed class SqlServerProofStore(SqlServerOpener opener) : IProofStore
{
    private const string Insert = "INSERT INTO used_proof (hash, expires_at) VALUES (@hash, @expires)";
    private const string Forget = "DELETE TOP (4096) FROM used_proof WHERE expires_at < @now";
    private const int UsesBetweenForgetting = 1024;

    private int uses;

    /// <inheritdoc/>
    public async ValueTask<ProofUseResult> UseAsync(ProofUse proof, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            await using var connection = await opener.OpenToWriteAsync(cancellation);
            if (Interlocked.Increment(ref uses) % UsesBetweenForgetting == 1)
            {
                await ExecuteAsync(connection, Forget, new TypedParameters().Long("@now", StoredForms.Micros(proof.Now)), cancellation);
            }

            var parameters = new TypedParameters()
                .Fixed("@hash", proof.Hash, Limits.Hash)
                .Long("@expires", StoredForms.Micros(proof.Expires));
            await ExecuteAsync(connection, Insert, parameters, cancellation);
            return ProofUseResult.First;
        }
        catch (SqlException error) when (SqlServerErrors.Of(error) == SqlServerFailure.Duplicate)
        {
            return ProofUseResult.Replayed;
        }
        catch (Exception error) when (StoreErrors.IsStoreError(error) && !cancellation.IsCancellationRequested)
        {
            opener.Report("use proof", error);
            return ProofUseResult.Unavailable;
        }
    }

    private Task<int> ExecuteAsync(SqlConnection connection, string sql, TypedParameters parameters, CancellationToken cancellation) =>
        connection.ExecuteAsync(new CommandDefinition(
            sql,
            parameters,
            commandTimeout: SqlServerOpener.Seconds(opener.Options.WriteTimeout),
            cancellationToken: cancellation));
}
