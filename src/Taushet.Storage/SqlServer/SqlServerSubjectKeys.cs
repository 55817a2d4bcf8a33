using System.Data.Common;
using Taushet.Core.Trail;
using Taushet.Storage.Log;

namespace Taushet.Storage.SqlServer;

/// <summary>Finds subjects' keys in SQL Server.</summary>
internal sealed class SqlServerSubjectKeys(SqlServerReader reader) : ISubjectKeys
{
    // One row, whether the person is known or not.
    private const string Select = """
        DECLARE @subject binary(32) = isnull((SELECT [current] FROM identifier_history WHERE former = @asked), @asked);
        SELECT @subject, (SELECT wrapped FROM subject_key WHERE subject = @subject);
        """;

    private const string SelectOfEntry = """
        DECLARE @subject binary(32) = isnull((SELECT [current] FROM identifier_history WHERE former = @asked), @asked);
        SELECT @subject, (
            SELECT wrapped FROM entry_key
            WHERE subject = @subject AND holder = @holder AND service = @service AND calendar_year = @year);
        """;

    public async ValueTask<SubjectKeyRow> FindAsync(byte[] asked, CancellationToken cancellation) => await reader.ReadAsync(
        Select, () => new TypedParameters().Fixed("@asked", asked, Limits.Hash), TakeAsync, cancellation);

    public async ValueTask<SubjectKeyRow> FindAsync(byte[] asked, PublicPart part, CancellationToken cancellation) =>
        await reader.ReadAsync(
            SelectOfEntry,
            () => new TypedParameters()
                .Fixed("@asked", asked, Limits.Hash)
                .Code("@holder", part.Holder.Organisation, Limits.Organisation)
                .Number("@service", (int)part.Holder.Service)
                .Number("@year", part.LawDate.Year),
            TakeAsync,
            cancellation);

    private static async Task<SubjectKeyRow> TakeAsync(DbDataReader row, CancellationToken cancellation) =>
        await row.ReadAsync(cancellation)
            ? new SubjectKeyRow(row.GetFieldValue<byte[]>(0), await row.IsDBNullAsync(1, cancellation) ? null : row.GetFieldValue<byte[]>(1))
            : throw new StoredValueException("A person's key could not be read.");
}
