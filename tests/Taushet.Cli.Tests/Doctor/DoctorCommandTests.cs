using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Taushet.Cli.Doctor;
using Taushet.Cli.Tests.Support;
using Taushet.Storage.Files;
using Taushet.Storage.Ports;

namespace Taushet.Cli.Tests.Doctor;

public sealed class DoctorCommandTests : IDisposable
{
    private static readonly GatewayVariables Development = GatewayVariables.Of(("ASPNETCORE_ENVIRONMENT", "Development"));

    private readonly TrailFolder folder = new();

    [Fact]
    public async Task Doctor_AGatewayThatIsWell_EveryLineIsOkButTheApproval()
    {
        await folder.AppendAsync(3);
        await folder.RunAsync("audit", "reindex");

        var told = await DoctorAsync(Development);

        told.Code.ShouldBe(0, told.Output + told.Errors);
        told.Lines.Where(line => !line.StartsWith("ok ", StringComparison.Ordinal) && !line.StartsWith(' ')
                && !line.StartsWith("warn  disk of data", StringComparison.Ordinal))
            .ShouldHaveSingleItem().ShouldMatch("^warn  policies +set [0-9a-f]{12} is not approved");
        foreach (var check in new[] { "store keys", "checkpoint key", "public keys", "clock ", "clock and logs", "clock and database", "log gateway/", "index of the log", "holders' inboxes", "disclosures", "hand tasks", "certificate ", "certificate for sources", "store " })
        {
            told.Lines.ShouldContain(line => line.StartsWith($"ok    {check}", StringComparison.Ordinal), check);
        }
    }

    [Fact]
    public async Task Doctor_Json_TellsTheSameAndTheWorst()
    {
        await folder.AppendAsync(1);

        var told = await DoctorAsync(GatewayVariables.None, "--format", "json");

        told.Code.ShouldBe(1);
        using var report = JsonDocument.Parse(told.Output);
        report.RootElement.GetProperty("worst").GetString().ShouldBe("bad");
        var policies = report.RootElement.GetProperty("findings").EnumerateArray()
            .Single(one => one.GetProperty("check").GetString() == "policies");
        policies.GetProperty("level").GetString().ShouldBe("bad", "nothing is approved, and this is Production");
        policies.GetProperty("remedy").GetString()!.ShouldContain("policy approve");
    }

    [Fact]
    public async Task Doctor_KeyThatOthersMayRead_IsBad()
    {
        await folder.AppendAsync(1);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder.File(DataFiles.StoreKeys), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
            await ShouldBeBadAsync("store keys", "others than its owner may read");
        }
    }

    [Fact]
    public async Task Doctor_KeysGoneOrSpoiled_AreBadEachForItself()
    {
        await folder.AppendAsync(1);
        File.Delete(folder.File(DataFiles.CheckpointPublicKeys));
        await File.WriteAllTextAsync(folder.File(DataFiles.CheckpointKey), "no key");

        await ShouldBeBadAsync("checkpoint key", "cannot be read");
        await ShouldBeBadAsync("public keys", "lists none");
        File.Delete(folder.File(DataFiles.CheckpointKey));
        await ShouldBeBadAsync("checkpoint key", "is not there");
    }

    [Fact]
    public async Task Doctor_TwoKeysSignForLong_IsWarnedOf()
    {
        await folder.AppendAsync(1);
        await folder.RunAsync("audit", "key", "rotate");

        (await DoctorAsync(Development)).Lines.ShouldContain(line => line.StartsWith("ok    previous key", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(folder.File(DataFiles.CheckpointKey), DateTime.UtcNow.AddDays(-40));

        (await DoctorAsync(Development)).Lines.ShouldContain(line => line.StartsWith("warn  previous key", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Doctor_TwoWrappingKeysOpenForLong_IsWarnedOf()
    {
        await folder.AppendAsync(1);
        (await folder.RunAsync("audit", "wrapping-key", "rotate")).Code.ShouldBe(0);

        (await DoctorAsync(Development)).Lines.ShouldContain(line => line.StartsWith("ok    store keys", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(folder.File(DataFiles.StoreKeys), DateTime.UtcNow.AddDays(-40));

        (await DoctorAsync(Development)).Lines.ShouldContain(line => line.StartsWith("warn  store keys", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Doctor_DatabaseBehindItsCheckpointFile_IsBadAndSaysWhatToDo()
    {
        await folder.AppendAsync(2);
        var backup = folder.BackUp();
        await folder.AppendAsync(3);
        folder.Restore(backup);

        var told = await ShouldBeBadAsync("log gateway/", "the checkpoint file is ahead of the database");

        told.Output.ShouldContain("audit resume --new-log");
    }

    [Fact]
    public async Task Doctor_NoCheckpointFile_IsWarnedOf()
    {
        await folder.AppendAsync(2);
        File.Delete(folder.CheckpointFile());

        (await DoctorAsync(Development)).Lines.ShouldContain(line => line.StartsWith("warn  log gateway/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Doctor_NoStore_IsBadAndTheRestIsStillLookedAt()
    {
        var told = await DoctorAsync(Development);

        told.Code.ShouldBe(1);
        told.Lines.ShouldContain(line => line.StartsWith("bad   store ", StringComparison.Ordinal));
        told.Lines.ShouldContain(line => line.StartsWith("ok    certificate", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(100, "ok")]
    [InlineData(20, "warn")]
    [InlineData(3, "bad")]
    [InlineData(-1, "bad")]
    public async Task Doctor_Certificate_IsJudgedByWhatIsLeft(int days, string level)
    {
        await folder.AppendAsync(1);
        var file = folder.File("serving.pfx");
        await File.WriteAllBytesAsync(file, Certificate(DateTimeOffset.UtcNow.AddDays(days)));
        var variables = GatewayVariables.Of(("ASPNETCORE_ENVIRONMENT", "Development"), ("Taushet__CertificateFile", file));

        (await DoctorAsync(variables)).Lines.ShouldContain(line => line.StartsWith($"{level,-4}  certificate ", StringComparison.Ordinal));
    }

    [Fact]
    public void Clock_SetBackSinceACheckpointWasSigned_IsBad()
    {
        var signed = (StoppedClock.Now.AddMinutes(5) - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        var log = new LogSummary(Guid.NewGuid(), "gateway", 1, ClosedAt: null);

        var found = ClockChecks.AgainstLogs(Someone(), [(log, new StoredCheckpoint(1, new byte[32], string.Empty, signed))]);

        (found.Level, found.Found).ShouldBe((FindingLevel.Bad, "the newest checkpoint was signed 300.0 s from now: the clock was set back"));
    }

    // The clock stands still and the counter goes on: it was moved.
    [Fact]
    public async Task Clock_MovedWhileItIsWatched_IsWarnedOf() =>
        (await ClockChecks.WatchAsync(Someone(), default)).Level.ShouldBe(FindingLevel.Warn);

    [Theory]
    [InlineData(0, nameof(FindingLevel.Ok))]
    [InlineData(5, nameof(FindingLevel.Warn))]
    [InlineData(-5, nameof(FindingLevel.Warn))]
    [InlineData(90, nameof(FindingLevel.Bad))]
    public async Task Clock_ApartFromTheDatabases_IsJudgedByHowFar(int seconds, string level) =>
        (await ClockChecks.AgainstStoreAsync(Someone(), new Health(StoppedClock.Now.AddSeconds(seconds)), default)).Level.ToString().ShouldBe(level);

    [Theory]
    [InlineData(0, 0, nameof(FindingLevel.Ok))]
    [InlineData(1, 13, nameof(FindingLevel.Ok))]
    [InlineData(8, 6, nameof(FindingLevel.Warn))]
    [InlineData(16, -2, nameof(FindingLevel.Bad))]
    public void Inbox_IsJudgedByItsOldest(int waited, int left, string level)
    {
        var now = StoppedClock.Now;
        var backlog = waited == 0
            ? new Backlog(BacklogKind.HolderInbox, 0, null, null)
            : new Backlog(BacklogKind.HolderInbox, 3, now.AddDays(-waited), now.AddDays(left));

        WaitingChecks.Of(backlog, now).Level.ToString().ShouldBe(level);
    }

    [Fact]
    public void Disclosure_ThatNobodyFetches_IsWarnedOfAfterADay()
    {
        var now = StoppedClock.Now;

        WaitingChecks.Of(new Backlog(BacklogKind.Disclosures, 1, now.AddHours(-20), null), now).Level.ShouldBe(FindingLevel.Ok);
        WaitingChecks.Of(new Backlog(BacklogKind.Disclosures, 1, now.AddHours(-30), null), now).Level.ShouldBe(FindingLevel.Warn);
        WaitingChecks.Of(new Backlog(BacklogKind.HandTasks, 1, now.AddDays(-3), now.AddDays(-2)), now).Level.ShouldBe(FindingLevel.Bad);
    }

    [Theory]
    [InlineData(0, nameof(FindingLevel.Ok))]
    [InlineData(10_000, nameof(FindingLevel.Ok))]
    [InlineData(10_001, nameof(FindingLevel.Warn))]
    public void Index_IsJudgedByHowFarItIsBehind(long behind, string level) =>
        WaitingChecks.Index(new IndexState(Guid.NewGuid(), 1, [new IndexedLog(Guid.NewGuid(), 5, 5 + behind)])).Level.ToString().ShouldBe(level);

    public void Dispose() => folder.Dispose();

    private static byte[] Certificate(DateTimeOffset ends)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=taushet.example", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(ends.AddDays(-365), ends);
        return certificate.Export(X509ContentType.Pkcs12);
    }

    private static Patient Someone() =>
        new(new DataFolder("nowhere"), GatewayVariables.None, gateway => gateway, "nowhere", new StoppedClock());

    private Task<Told> DoctorAsync(GatewayVariables variables, params string[] more) =>
        folder.RunAsync(variables, ["doctor", "--policies", Folder.RealPolicies, .. more]);

    private async Task<Told> ShouldBeBadAsync(string check, string found)
    {
        var told = await DoctorAsync(Development);
        told.Code.ShouldBe(1, told.Output + told.Errors);
        told.Lines.ShouldContain(
            line => line.StartsWith($"bad   {check}", StringComparison.Ordinal) && line.Contains(found, StringComparison.Ordinal),
            told.Output);
        return told;
    }

    private sealed class Health(DateTimeOffset clock) : IStoreHealth
    {
        public Task<DateTimeOffset> ClockAsync(CancellationToken cancellation) => Task.FromResult(clock);

        public Task<IReadOnlyList<Backlog>> BacklogAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<Backlog>>([]);
    }
}
