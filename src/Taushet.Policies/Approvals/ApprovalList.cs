using System.Collections.Immutable;
using Taushet.Core.Policies;
using Taushet.Policies.Faults;
using Taushet.Policies.Yaml;
using YamlDotNet.RepresentationModel;

namespace Taushet.Policies.Approvals;

/// <summary>The approvals beside a policy folder (approvals.yaml). They are no part of the policy set, whose hash they name.</summary>
public sealed class ApprovalList
{
    /// <summary>The file's name.</summary>
    public const string File = "approvals.yaml";

    private const int HashLength = 64;
    private static readonly string[] Keys = ["hash", "name", "role", "date", "accepts"];

    private ApprovalList(ImmutableArray<Approval> approvals, ImmutableArray<Fault> faults)
    {
        Approvals = approvals;
        Faults = faults;
    }

    /// <summary>The approvals; none when there is a fault.</summary>
    public ImmutableArray<Approval> Approvals { get; }

    /// <summary>Every fault of the file.</summary>
    public ImmutableArray<Fault> Faults { get; }

    /// <summary>Reads the file of a policy folder. No file: no approval.</summary>
    public static ApprovalList Read(string folder)
    {
        var faults = new FaultList();
        var read = new List<Approval>();
        var source = new Source(File, faults);
        if (TextOf(Path.Combine(folder, File), faults) is { } text && source.Parse(text) is { } root)
        {
            read.AddRange(source.Items(root, File).Select(node => ReadOne(source, node)).OfType<Approval>());
        }

        return faults.IsEmpty ? new ApprovalList([.. read], []) : new ApprovalList([], faults.Sorted());
    }

    /// <summary>The approval of a policy set, or why there is none.</summary>
    /// <remarks>
    /// INVARIANT: an approval holds only when it names the hash and accepts every doubtful rule of the set.
    /// </remarks>
    public ApprovalVerdict For(PolicySet policies)
    {
        var missing = ImmutableArray<string>.Empty;
        var named = false;
        foreach (var approval in Approvals.Where(approval => string.Equals(approval.Hash, policies.Hash, StringComparison.Ordinal)))
        {
            named = true;
            missing = [.. policies.Doubts.Select(doubt => doubt.Id).Where(id => !approval.Accepts.Contains(id, StringComparer.Ordinal))];
            if (missing.IsEmpty)
            {
                return new ApprovalVerdict(approval, string.Empty);
            }
        }

        return new ApprovalVerdict(null, named
            ? $"{File} approves the policy set {policies.Hash} but does not accept these doubtful rules: {string.Join(", ", missing)}. A jurist must settle or accept each."
            : $"{File} does not approve the policy set {policies.Hash}. A jurist must approve it ('taushet policy approve'), or run in Development.");
    }

    private static Approval? ReadOne(Source source, YamlNode node)
    {
        if (source.Map(node, "An approval", Keys) is not { } map)
        {
            return null;
        }

        var hash = map.NeedText("hash");
        var name = map.NeedText("name");
        var role = map.NeedText("role");
        var date = source.Date(map.Need("date"));
        var accepts = source.Items(map.Need("accepts"), "accepts").Select(item => source.Word(item, "A rule id")).OfType<string>();
        if (hash is not null && (hash.Length != HashLength || !hash.All(char.IsAsciiHexDigitLower)))
        {
            source.Report(map.At("hash"), FaultKind.BadValue, "The hash is none.", "Write the 64 digits that 'taushet policy hash' prints.");
        }

        return hash is null || name is null || role is null || date is null ? null : new Approval(hash, name, role, date.Value, [.. accepts]);
    }

    private static string? TextOf(string path, FaultList faults)
    {
        try
        {
            return System.IO.File.Exists(path) ? System.IO.File.ReadAllText(path) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            faults.Add(new Fault(File, 0, 0, FaultKind.Unreadable, "The file cannot be read.", "Put it there, readable."));
            return null;
        }
    }
}

/// <summary>Whether a policy set is approved.</summary>
/// <param name="Approval">The approval, or null.</param>
/// <param name="Why">Why there is none, and what to do; empty when there is one.</param>
public sealed record ApprovalVerdict(Approval? Approval, string Why);
