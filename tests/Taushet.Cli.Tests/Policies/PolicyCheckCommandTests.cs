using System.Globalization;
using Taushet.Cli.Tests.Support;

namespace Taushet.Cli.Tests.Policies;

public sealed class PolicyCheckCommandTests : IDisposable
{
    private readonly Folder folder = new();

    [Fact]
    public async Task Check_TheRealBook_HasNoFault()
    {
        var told = await Told.ByAsync("policy", "check", Folder.RealPolicies);

        told.Code.ShouldBe(0);
        told.Lines[^1].ShouldBe("the folder loads, no fault");
        told.Lines.SkipLast(1).ShouldAllBe(line => line.StartsWith("not in force, no date set: "));
    }

    [Fact]
    public async Task Check_FaultsInTwoFiles_TellsEachWithFileAndLine()
    {
        folder.CopyPolicies();
        var actsLine = Append("acts.yaml", "- { act: madeup, lovdata: LOV-2021-06-18-97, title: Oppdiktet, colour: red }");
        var ruleLine = Append("rules/bvl.yaml", "- rule: bvl-13-4-madeup\n  step: nowhere");

        var told = await Told.ByAsync("policy", "check", folder.Path);

        told.Code.ShouldBe(1);
        told.Lines.ShouldContain(line => line.StartsWith($"acts.yaml:{actsLine}:", StringComparison.Ordinal));
        told.Lines.ShouldContain(line => line.StartsWith($"rules/bvl.yaml:{ruleLine + 1}:", StringComparison.Ordinal));
        told.Lines[^1].ShouldBe(string.Create(CultureInfo.InvariantCulture, $"{told.Lines.Count - 1} faults"));
    }

    [Fact]
    public async Task Check_NoSuchFolder_TellsThatAndNotWhatWouldBeInIt()
    {
        var told = await Told.ByAsync("policy", "check", folder.File("none"));

        told.Code.ShouldBe(1);
        told.Lines[0].ShouldBe($"{folder.File("none")}:0:0: There is no such folder. Name the folder of a policy set.");
        told.Lines.ShouldNotContain(line => line.Contains("acts.yaml"));
    }

    public void Dispose() => folder.Dispose();

    /// <summary>Appends text to a file and gives the number of its first line.</summary>
    private int Append(string name, string text)
    {
        var before = File.ReadAllText(folder.File(name)).TrimEnd('\n') + "\n";
        folder.Write(name, before + text + "\n");
        return before.Count(sign => sign == '\n') + 1;
    }
}
