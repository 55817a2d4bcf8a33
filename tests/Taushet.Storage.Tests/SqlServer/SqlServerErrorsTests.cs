using Taushet.Storage.SqlServer;

namespace Taushet.Storage.Tests.SqlServer;

public sealed class SqlServerErrorsTests
{
    [Theory]
    [InlineData(-2, 11, "TimedOut")]
    [InlineData(1205, 13, "Deadlock")]
    [InlineData(1222, 16, "LockWait")]
    [InlineData(51222, 16, "LockWait")]
    [InlineData(18456, 14, "Login")]
    [InlineData(4060, 11, "Unavailable")]
    [InlineData(40613, 17, "Unavailable")]
    [InlineData(976, 14, "Unavailable")]
    [InlineData(6005, 20, "Unavailable")]
    [InlineData(3906, 16, "ReadOnly")]
    [InlineData(3908, 16, "ReadOnly")]
    [InlineData(1105, 17, "Full")]
    [InlineData(9002, 17, "Full")]
    [InlineData(2601, 14, "Duplicate")]
    [InlineData(2627, 14, "Duplicate")]
    [InlineData(51001, 16, "AppendOnly")]
    [InlineData(37359, 16, "AppendOnly")]
    [InlineData(0, 20, "Broken")]
    [InlineData(10054, 20, "Broken")]
    [InlineData(547, 16, "Other")]
    public void Of_NumberAndClass_IsWhatTheyMean(int number, byte severity, string meaning) =>
        SqlServerErrors.Of(number, severity).ToString().ShouldBe(meaning);

    // INVARIANT: a transaction whose COMMIT was never sent stores nothing; after that, only the server's own refusal tells so.
    [Theory]
    [InlineData(-2, 11, false)]
    [InlineData(0, 20, false)]
    [InlineData(40197, 20, false)]
    [InlineData(547, 16, false)]
    [InlineData(1205, 13, true)]
    [InlineData(1222, 16, true)]
    [InlineData(3906, 16, true)]
    [InlineData(9002, 17, true)]
    [InlineData(2627, 14, true)]
    [InlineData(51001, 16, true)]
    public void StoredNothing_OfAFailure_IsKnownUntilCommitAndThenOnlyByRefusal(int number, byte severity, bool refused)
    {
        var failure = SqlServerErrors.Of(number, severity);

        SqlServerErrors.StoredNothing(failure, committing: false).ShouldBeTrue();
        SqlServerErrors.StoredNothing(failure, committing: true).ShouldBe(refused);
    }

    [Fact]
    public void MayReadAgain_OnlyABrokenConnection_IsTriedAnew()
    {
        Enum.GetValues<SqlServerFailure>().Where(SqlServerErrors.MayReadAgain).ShouldBe([SqlServerFailure.Broken]);
    }
}
