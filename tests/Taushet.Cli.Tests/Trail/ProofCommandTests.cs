using Taushet.Cli.Tests.Support;
using Taushet.Core.Trail.Notes;
using Taushet.Core.Trail.Tree;
using Taushet.Storage.Signing;

namespace Taushet.Cli.Tests.Trail;

/// <summary>What <c>audit prove</c> and <c>audit consistency</c> print is read here as somebody else's tool would.</summary>
public sealed class ProofCommandTests : IDisposable
{
    private const int Entries = 7;

    private readonly TrailFolder folder = new();

    [Fact]
    public async Task Prove_EveryEntryUnderEveryLaterCheckpoint_IsATlogProofThatHolds()
    {
        var receipts = await folder.AppendAsync(Entries);
        for (var index = 0; index < Entries; index++)
        {
            for (var size = index + 1; size <= Entries; size++)
            {
                var told = await folder.RunAsync(
                    "audit", "prove", "--log", Log(receipts), "--index", $"{index}", "--size", $"{size}");

                told.Code.ShouldBe(0, told.Errors);
                var (head, proof, note) = Read(told.Output);
                head.ShouldBe(
                    ["c2sp.org/tlog-proof@v1", $"extra {Convert.ToBase64String(receipts[index].LeafHash.Span)}", $"index {index}"]);
                var checkpoint = Open(note);
                checkpoint.Size.ShouldBe(size);
                ProofCheck.Inclusion(index, size, receipts[index].LeafHash.Span, proof, checkpoint.Root.Span).ShouldBeTrue();
            }
        }
    }

    [Fact]
    public async Task Prove_WithoutASize_IsUnderTheNewestCheckpoint()
    {
        var receipts = await folder.AppendAsync(Entries);

        var told = await folder.RunAsync("audit", "prove", "--log", Log(receipts), "--index", "2");

        Open(Read(told.Output).Note).Size.ShouldBe(Entries);
    }

    [Fact]
    public async Task Prove_WhatTheLogHasNot_IsAFaultThatSaysWhatItHas()
    {
        var receipts = await folder.AppendAsync(2);
        var log = Log(receipts);

        (await folder.RunAsync("audit", "prove", "--log", log, "--index", "2")).ShouldBeAFault("the checkpoint covers 2 entries", "--index 2");
        (await folder.RunAsync("audit", "prove", "--log", log, "--index", "-1")).ShouldBeAFault("the checkpoint covers", "--index -1");
        (await folder.RunAsync("audit", "prove", "--log", log, "--index", "0", "--size", "3"))
            .ShouldBeAFault("no checkpoint was signed at this size", "--size 3");
        (await folder.RunAsync("audit", "prove", "--log", log, "--index", "0", "--size", "0"))
            .ShouldBeAFault("no checkpoint was signed at this size", "--size 0");
        (await folder.RunAsync("audit", "prove", "--log", "00000000", "--index", "0")).ShouldBeAFault("there is no such log", "--log");
    }

    [Fact]
    public async Task Prove_AnEntryThatWasReplaced_PrintsNoProof()
    {
        var receipts = await folder.AppendAsync(3);
        folder.Outside("UPDATE audit_entry SET leaf_hash = randomblob(32) WHERE place = 1");

        (await folder.RunAsync("audit", "prove", "--log", Log(receipts), "--index", "1"))
            .ShouldBeAFault("what is stored does not prove it", "gateway/");
    }

    [Fact]
    public async Task Consistency_AnyTwoCheckpoints_PrintsBothAndAProofThatHolds()
    {
        var receipts = await folder.AppendAsync(Entries);
        for (var from = 1; from <= Entries; from++)
        {
            for (var to = from; to <= Entries; to++)
            {
                var told = await folder.RunAsync("audit", "consistency", "--log", Log(receipts), "--from", $"{from}", "--to", $"{to}");

                told.Code.ShouldBe(0, told.Errors);
                var split = told.Output.IndexOf("\nold ", StringComparison.Ordinal);
                var first = Open(told.Output[..split]);
                var (head, proof, note) = Read(told.Output[(split + 1)..]);
                head.ShouldBe([$"old {from}"]);
                var second = Open(note);
                (first.Size, second.Size).ShouldBe((from, to));
                ProofCheck.Consistency(from, first.Root.Span, to, second.Root.Span, proof).ShouldBeTrue();
            }
        }
    }

    [Fact]
    public async Task Consistency_Backwards_IsAFault()
    {
        var receipts = await folder.AppendAsync(3);

        (await folder.RunAsync("audit", "consistency", "--log", Log(receipts), "--from", "3", "--to", "2"))
            .ShouldBeAFault("the earlier checkpoint is of more entries", "--from");
        (await folder.RunAsync("audit", "consistency", "--log", Log(receipts), "--from", "4"))
            .ShouldBeAFault("no checkpoint was signed at this size", "--from 4");
    }

    public void Dispose() => folder.Dispose();

    private static string Log(IReadOnlyList<Core.Trail.AuditReceipt> receipts) => receipts[0].Log.ToString("n");

    // Lines that are no hash, then hashes, an empty line, and the note.
    private static (string[] Head, ReadOnlyMemory<byte>[] Proof, string Note) Read(string text)
    {
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        var lines = text[..end].Split('\n');
        var head = lines.TakeWhile(line => line.Contains(' ') || line.Contains('@')).ToArray();
        return (head, [.. lines.Skip(head.Length).Select(line => new ReadOnlyMemory<byte>(Convert.FromBase64String(line)))], text[(end + 2)..]);
    }

    private Checkpoint Open(string note) => CheckpointCheck.Open(note, CheckpointKeys.Published(folder.Path)).Match(
        signed => signed.Checkpoint,
        fault => throw new InvalidOperationException($"{fault}: {note}"));
}
