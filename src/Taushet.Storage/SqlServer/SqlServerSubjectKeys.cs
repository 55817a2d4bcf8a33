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

    public async ValueTask<SubjectKeyRow> FindAsync(byte[] asked, CancellationToken cancellation) => await reader.ReadAsync(
        Select,
        () => new TypedParameters().Fixed("@asked", asked, Limits.Hash),
        static async (row, cancel) => await row.ReadAsync(cancel)
            ? new SubjectKeyRow(row.GetFieldValue<byte[]>(0), await row.IsDBNullAsync(1, cancel) ? null : row.GetFieldValue<byte[]>(1))
            : throw new StoredValueException("A person's key could not be read."),
        cancellation);
}
