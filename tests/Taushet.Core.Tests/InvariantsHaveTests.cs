using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Taushet.Core.Trail;

namespace Taushet.Core.Tests;

/// <summary>What the source says must always hold, some test must say in the same words, in a comment or its name.</summary>
public sealed partial class InvariantsHaveTests
{
    [Fact]
    public void Invariants_OfTheSource_EachHaveATestWithTheSameWords()
    {
        var root = Root();
        var tested = CodeUnder(Path.Combine(root, "tests")).Select(file => Letters(File.ReadAllText(file))).ToList();

        var stated = CodeUnder(Path.Combine(root, "src")).SelectMany(Sentences).ToList();
        var untested = stated.Where(words => !tested.Any(text => text.Contains(Letters(words), StringComparison.Ordinal)));

        stated.Count.ShouldBeGreaterThan(10);
        untested.ShouldBeEmpty();
    }

    // Only the store makes a receipt, and only after its transaction has committed: the second half is the store's to show.
    [Fact]
    public void OnlyTheStore_MakesAReceipt_NoOneElseReachesTheConstructor()
    {
        typeof(AuditReceipt).GetConstructors().ShouldBeEmpty();
        typeof(AuditReceipt).Assembly.GetCustomAttributes(typeof(InternalsVisibleToAttribute), inherit: false)
            .Cast<InternalsVisibleToAttribute>()
            .Select(friend => friend.AssemblyName)
            .ShouldBe(["Taushet.Storage"]);
    }

    /// <summary>The sentence after each mark: to its full stop, over the comment lines that follow.</summary>
    private static IEnumerable<string> Sentences(string file) =>
        Mark().Matches(File.ReadAllText(file)).Select(match => CommentSlashes().Replace(match.Groups["words"].Value, " "));

    private static IEnumerable<string> CodeUnder(string folder) =>
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !BuildOutput().IsMatch(file));

    private static string Letters(string text) =>
        string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));

    [GeneratedRegex(
        @"INVARIANT: (?<words>[^.:]+)",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\s*\n\s*///?\s*|</remarks>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CommentSlashes();

    [GeneratedRegex(@"[\\/](bin|obj)[\\/]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BuildOutput();
}
