using Taushet.Storage.Ports;
using Taushet.Storage.Rows;
using Taushet.Storage.Sealing;

namespace Taushet.Storage.SqlServer;

/// <summary>Guardians in SQL Server.</summary>
internal sealed class SqlServerGuardians(SqlServerOpener opener, RegisterGate gate) : IGuardians
{
    private readonly SqlServerReader reader = new(opener);

    public Task RegisterAsync(
        string child, string guardian, GuardianStanding standing, DateTimeOffset at, CancellationToken cancellation)
    {
        TypedParameters Row() => Pair(child, guardian).Number("@standing", (int)standing).Long("@at", StoredForms.Micros(at));
        return gate.WriteAsync(
            async write =>
            {
                if (await write.ExecuteAsync(GuardianStatements.Update, Row()) == 0)
                {
                    await write.ExecuteAsync(GuardianStatements.Insert, Row());
                }

                return true;
            },
            cancellation);
    }

    public Task<GuardianStanding> FindAsync(string child, string guardian, CancellationToken cancellation) => reader.ReadAsync(
        GuardianStatements.Select,
        () => Pair(child, guardian),
        static async (row, cancel) =>
        {
            var standing = GuardianStanding.None;
            while (await row.ReadAsync(cancel))
            {
                standing = (GuardianStanding)row.GetInt32(0);
            }

            return standing;
        },
        cancellation);

    private TypedParameters Pair(string child, string guardian) => new TypedParameters()
        .Fixed("@child", SubjectLookup.OfNumber(opener.Options.Keys, child), Limits.Hash)
        .Fixed("@guardian", SubjectLookup.OfNumber(opener.Options.Keys, guardian), Limits.Hash);
}
