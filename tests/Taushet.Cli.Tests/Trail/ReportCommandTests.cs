using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Taushet.Cli.Tests.Support;
using Taushet.Cli.Trail.Reports;
using Taushet.V1;

namespace Taushet.Cli.Tests.Trail;

public sealed class ReportCommandTests : IDisposable
{
    private static readonly string[] Common =
        ["--gateway", "http://127.0.0.1:1", "--org", "310000019", "--service", "SKO", "--reader", "auditor-1", "--reference", "control-7"];

    private readonly Folder folder = new();

    [Fact]
    public void Write_CountsAndEntries_AreRowsOfOneTable()
    {
        using var output = new StringWriter();
        var table = new ReportTable(output);
        table.Write(new GetReportResponse { Columns = { "kind", "person" } });
        table.Write(new GetReportResponse
        {
            Rows =
            {
                new ReportRow
                {
                    Keys = { "request", "=1+1" },
                    Entries = 3,
                    Given = 2,
                    First = Timestamp.FromDateTimeOffset(DateTimeOffset.UnixEpoch),
                    Last = Timestamp.FromDateTimeOffset(DateTimeOffset.UnixEpoch),
                },
                new ReportRow { Keys = { "a,b", string.Empty }, Entries = 1, Entry = new AccessEntry { LogId = ByteString.CopyFrom(1, 2), Index = 7 } },
            },
        });

        var lines = output.ToString().Split("\r\n");
        lines[0].ShouldBe("kind,person,entries,given,first,last,log,index");
        lines[1].ShouldBe("request,\"'=1+1\",3,2,1970-01-01T00:00:00.000000Z,1970-01-01T00:00:00.000000Z,,");
        lines[2].ShouldBe("\"a,b\",,1,0,,,0102,7");
        table.Rows.ShouldBe(2);
    }

    [Fact]
    public async Task Report_OfNoSuchKindOrService_OrWithoutAToken_IsAFault()
    {
        (await Told.ByAsync(["audit", "report", "weather", .. Common])).ShouldBeAFault("there is no such report", "weather");
        (await Told.ByAsync(["audit", "report", "unit", .. Common.Select(word => word == "SKO" ? "XXX" : word)]))
            .ShouldBeAFault("there is no such service", "XXX");
        (await Told.ByAsync(["audit", "report", "unit", .. Common])).ShouldBeAFault("there is no access token", AuditReportCommand.TokenVariable);
    }

    [Fact]
    public async Task Report_WithAFileThatHoldsNoNumber_IsAFaultThatDoesNotTellIt()
    {
        var file = folder.Write("child", "03851598731");

        var told = await Told.ByAsync(["audit", "report", "child", "--child-file", file, .. Common]);

        told.ShouldBeAFault("the file holds no national identity number", file);
        told.Errors.ShouldNotContain("03851598731");
    }

    public void Dispose() => folder.Dispose();
}
