using System.Data;
using Dapper;
using Microsoft.Data.SqlClient;
using Taushet.Storage.SqlServer;

namespace Taushet.Storage.Tests.SqlServer;

public sealed class TypedParametersTests
{
    [Fact]
    public void Parameters_OfEveryKind_HaveTheTypeAndSizeOfTheirColumn()
    {
        var parameters = Sent(new TypedParameters()
            .Id("@id", Guid.Parse("00112233-4455-6677-8899-aabbccddeeff"))
            .Fixed("@hash", new byte[32], 32)
            .Bytes("@wrapped", new byte[60], 128)
            .Number("@day", 7)
            .Long("@time", 7)
            .Bit("@bit", bit: true)
            .Code("@code", "310000043", 32)
            .Text("@name", "Ås skole", 256));

        parameters.Select(parameter => (parameter.SqlDbType, parameter.Size)).ShouldBe(
        [
            (SqlDbType.Binary, 16), (SqlDbType.Binary, 32), (SqlDbType.VarBinary, 128), (SqlDbType.Int, 0),
            (SqlDbType.BigInt, 0), (SqlDbType.Bit, 0), (SqlDbType.VarChar, 32), (SqlDbType.NVarChar, 256),
        ]);
        Convert.ToHexStringLower((byte[])parameters[0].Value).ShouldBe("00112233445566778899aabbccddeeff");
    }

    [Fact]
    public void Parameters_WithoutAValue_AreNullOfTheirType()
    {
        var parameters = Sent(new TypedParameters()
            .Fixed("@hash", null, 32).Bytes("@wrapped", null, 128).Number("@day", null).Bit("@bit", null).Text("@name", null, 256));

        parameters.ShouldAllBe(parameter => parameter.Value == DBNull.Value);
        parameters.ShouldNotContain(parameter => parameter.SqlDbType == SqlDbType.Variant);
    }

    // INVARIANT: no value is cut, padded or changed on its way to its column; one that does not fit is refused.
    [Fact]
    public void Value_ThatDoesNotFit_IsRefusedAndNotShown()
    {
        var parameters = new TypedParameters();
        Action[] misfits =
        [
            () => parameters.Fixed("@column", new byte[31], 32),
            () => parameters.Fixed("@column", new byte[33], 32),
            () => parameters.Bytes("@column", new byte[129], 128),
            () => parameters.Code("@column", "secret-which-is-too-long", 9),
            () => parameters.Code("@column", "secret-ø", 32),
            () => parameters.Text("@column", "secret-which-is-too-long", 9),
        ];

        foreach (var misfit in misfits)
        {
            var message = Should.Throw<ArgumentException>(misfit).Message;
            message.ShouldContain("@column");
            message.ShouldNotContain("secret");
        }

        Sent(parameters).ShouldBeEmpty();
    }

    private static List<SqlParameter> Sent(SqlMapper.IDynamicParameters parameters)
    {
        using var command = new SqlCommand();
        parameters.AddParameters(command, null!);
        return [.. command.Parameters.Cast<SqlParameter>()];
    }
}
