using Taushet.Core.Trail.Notes;

namespace Taushet.Client.Tests;

public sealed class LogKeysTests
{
    private readonly KnownLog log = new();

    [Fact]
    public void Parse_AFileWithRemarksEmptyLinesAndCarriageReturns_HasItsKeys()
    {
        var other = new KnownLog("other.example/log");
        var keys = LogKeys.Parse($"# the gateway's log\r\n\r\n  {log.KeyLine} \r\n\n#{log.KeyLine}\n{other.KeyLine}");

        keys.Open(log.Note("rubbish\n")).ShouldBe(new CheckpointOpening.Refused(CheckpointFault.NotACheckpoint));
        keys.Open(other.Note("rubbish\n")).ShouldBe(new CheckpointOpening.Refused(CheckpointFault.NotACheckpoint));
        keys.Open(new KnownLog().Note("rubbish\n")).ShouldBe(new CheckpointOpening.Refused(CheckpointFault.NoKnownSigner));
    }

    [Fact]
    public void Parse_LinesThatAreNoKeys_NamesEveryOne() =>
        Should.Throw<FormatException>(() => LogKeys.Parse($"# keys\nrubbish\n{log.KeyLine}\n{log.KeyLine}x\n"))
            .Message.ShouldBe("No log key in line 2, 4.");

    [Theory]
    [InlineData("")]
    [InlineData("\n# nothing but a remark\n")]
    public void Parse_NoKeyAtAll_IsRefused(string text) => Should.Throw<FormatException>(() => LogKeys.Parse(text));
}
