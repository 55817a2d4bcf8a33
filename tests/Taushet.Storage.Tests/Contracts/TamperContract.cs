using System.Security.Cryptography;
using Taushet.Core.Trail;
using Taushet.Core.Trail.Notes;
using Taushet.Storage.Log;
using Taushet.Storage.Ports;
using Taushet.Storage.Rows;
using Taushet.Storage.Signing;
using Taushet.Storage.Tests.Support;
using Taushet.Storage.Trail;

namespace Taushet.Storage.Tests.Contracts;

/// <summary>What somebody with the whole database in hand cannot do unseen, and what each deed is called when it is seen.</summary>
public abstract class TamperContract : StoreContract
{
    private const int Entries = 6;

    // In a statement: 32 bytes at random.
    private const string Random = "{random}";

    [StoreFact]
    public async Task VerifyAsync_UntouchedLog_HoldsAgainstItsFileAndEveryReceipt()
    {
        var receipts = await FillAsync();

        var report = await VerifyAsync(FileNotes(), receipts);

        report.Defects.ShouldBeEmpty();
        (report.Entries, report.Checkpoints, report.Receipts, report.ComparedTo).ShouldBe((Entries, Entries, Entries, Entries));
    }

    [StoreTheory]

    // Edit.
    [InlineData("UPDATE audit_entry SET caller = 'another' WHERE place = 3", LogDefectKind.LeafChanged, 3)]
    [InlineData("UPDATE audit_entry SET purpose = NULL WHERE place = 0", LogDefectKind.LeafChanged, 0)]
    [InlineData("UPDATE audit_entry SET release_commitment = {random} WHERE place = 5", LogDefectKind.LeafChanged, 5)]
    [InlineData("UPDATE audit_entry SET kind = 9999 WHERE place = 3", LogDefectKind.EntryUnreadable, 3)]

    // Swap of two columns.
    [InlineData("UPDATE audit_entry SET receiver_organisation = holder_organisation, holder_organisation = receiver_organisation WHERE place = 2", LogDefectKind.LeafChanged, 2)]

    // Edit with a leaf hash of its own.
    [InlineData("UPDATE audit_entry SET caller = 'another', leaf_hash = {random} WHERE place = 3", LogDefectKind.RootDiffers, 4)]

    // Delete, gap.
    [InlineData("DELETE FROM audit_entry WHERE place = 2", LogDefectKind.EntryMissing, 2)]
    [InlineData("DELETE FROM audit_entry WHERE place IN (2, 3)", LogDefectKind.EntryMissing, 2)]
    [InlineData("DELETE FROM audit_entry WHERE place = 5", LogDefectKind.EntryMissing, 5)]
    [InlineData("UPDATE audit_entry SET place = 60 WHERE place = 5", LogDefectKind.EntryMissing, 5)]
    [InlineData("UPDATE audit_entry SET place = 60 WHERE place = 5", LogDefectKind.BeyondHead, 6)]
    [InlineData("UPDATE log_head SET size = 7", LogDefectKind.EntryMissing, 6)]

    // Reorder.
    [InlineData("UPDATE audit_entry SET place = 60 WHERE place = 1; UPDATE audit_entry SET place = 1 WHERE place = 4; UPDATE audit_entry SET place = 4 WHERE place = 60", LogDefectKind.EntryMoved, 1)]

    // Insert: in the middle, at the end.
    [InlineData("UPDATE audit_entry SET place = place + 60 WHERE place > 2; UPDATE audit_entry SET place = place - 59 WHERE place > 60; {copy 2 to 3}; UPDATE log_head SET size = 7", LogDefectKind.EntryMoved, 3)]
    [InlineData("{copy 5 to 6}", LogDefectKind.BeyondHead, 6)]
    [InlineData("{copy 5 to 6}; UPDATE log_head SET size = 7", LogDefectKind.CheckpointMissing, 6)]

    // Insert before the first.
    [InlineData("{copy 5 to -1}", LogDefectKind.BeyondHead, -1)]
    [InlineData("UPDATE audit_entry SET place = -9 WHERE place = 0", LogDefectKind.BeyondHead, -9)]
    [InlineData("UPDATE audit_entry SET place = -9 WHERE place = 0", LogDefectKind.EntryMissing, 0)]

    // Given to another gateway, whose checkpoint file knows nothing of it.
    [InlineData("UPDATE log_head SET gateway = 'another'", LogDefectKind.NoteDiffers, 1)]

    // Truncate, where it was not thought of everything.
    [InlineData("DELETE FROM audit_entry WHERE place > 3; UPDATE log_head SET size = 4", LogDefectKind.BeyondHead, 4)]
    [InlineData("UPDATE log_head SET size = 5", LogDefectKind.BeyondHead, 5)]
    [InlineData("DELETE FROM [checkpoint] WHERE size = 6", LogDefectKind.CheckpointMissing, 5)]

    // Edited checkpoint.
    [InlineData("UPDATE [checkpoint] SET root = {random} WHERE size = 4", LogDefectKind.NoteDiffers, 4)]
    [InlineData("UPDATE [checkpoint] SET note = replace(note, '{line}4{line}', '{line}5{line}')", LogDefectKind.NoteRefused, 4)]
    [InlineData("UPDATE [checkpoint] SET note = (SELECT note FROM [checkpoint] WHERE size = 2) WHERE size = 4", LogDefectKind.NoteDiffers, 4)]
    public async Task VerifyAsync_DatabaseAlone_NamesWhatWasDoneAndWhere(string sql, LogDefectKind kind, long at)
    {
        var receipts = await FillAsync();
        (await VerifyAsync()).Defects.ShouldBeEmpty();

        await Store.OutsideAsync(Statement(sql));

        var report = await VerifyAsync();
        var defect = report.Defects.FirstOrDefault(one => one.Kind == kind && one.At == at);
        defect.ShouldNotBeNull(string.Join(", ", report.Defects));
        if (kind is LogDefectKind.LeafChanged or LogDefectKind.EntryUnreadable)
        {
            defect.Entry.ShouldBe(receipts[(int)at].Entry);
        }
    }

    [StoreFact]
    public async Task VerifyAsync_EntriesMovedOrLeavesReplaced_TellsWhereTheyBelongAndWhatIsLeftInDoubt()
    {
        await FillAsync();
        await Store.OutsideAsync(Statement("UPDATE audit_entry SET leaf_hash = {random} WHERE place = 2"));

        var defects = (await VerifyAsync()).Defects;

        defects.ShouldContain(one => one.Kind == LogDefectKind.LeafChanged && one.At == 2);
        defects.Where(one => one.Kind == LogDefectKind.RootDiffers).ShouldHaveSingleItem().ShouldBe(
            new LogDefect(LogDefectKind.RootDiffers, 3) { Other = 2 });
        (await VerifyAsync()).Unproven.ShouldBe(3);
    }

    /// <summary>What the database alone cannot tell is told by the checkpoint file, and by any receipt of what was cut off.</summary>
    [StoreFact]
    public async Task VerifyAsync_TruncatedOrRolledBackAsAWhole_IsToldByTheFileAndByReceipts()
    {
        var receipts = await FillAsync();
        await TruncateAsync(4);

        (await VerifyAsync()).Defects.ShouldBeEmpty("nothing in the database tells");
        var byFile = (await VerifyAsync(FileNotes())).Defects.ShouldHaveSingleItem();
        byFile.ShouldBe(new LogDefect(LogDefectKind.FileAhead, 6));
        var byReceipts = (await VerifyAsync([], receipts)).Defects;
        byReceipts.Select(one => (one.Kind, one.At, one.Entry, one.Receipt)).ShouldBe(
            [(LogDefectKind.ReceiptAhead, 4, receipts[4].Entry, "receipt 4"), (LogDefectKind.ReceiptAhead, 5, receipts[5].Entry, "receipt 5")]);
    }

    /// <summary>Somebody with the signing key wrote other entries and signed them: the database holds, and what others kept does not.</summary>
    [StoreFact]
    public async Task VerifyAsync_ForkedWithTheSigningKey_IsToldByTheFileAndByReceipts()
    {
        var receipts = await FillAsync();
        await TruncateAsync(3);
        await FillOtherAsync(Store.Settings.Signer);

        (await VerifyAsync()).Defects.ShouldBeEmpty("nothing in the database tells");
        var byFile = (await VerifyAsync(FileNotes())).Defects;
        byFile.Select(one => (one.Kind, one.At)).ShouldBe([(LogDefectKind.FileDiffers, 4), (LogDefectKind.FileDiffers, 5), (LogDefectKind.FileDiffers, 6)]);
        var byReceipts = (await VerifyAsync([], receipts)).Defects;
        byReceipts.ShouldContain(one => one.Kind == LogDefectKind.ReceiptDiffers && one.At == 3 && one.Receipt == "receipt 3");
        byReceipts.ShouldContain(one => one.Kind == LogDefectKind.ReceiptRootDiffers && one.At == 4 && one.Receipt == "receipt 3");
        byReceipts.ShouldNotContain(one => one.Receipt == "receipt 2");
    }

    /// <summary>The receipt of one request put into the answer of another, or the one kind's into the other's, holds by itself.</summary>
    [StoreFact]
    public async Task VerifyAsync_AReceiptInAMessageOfAnotherKindOrRequest_IsToldByTheEntry()
    {
        var receipts = await FillAsync();
        var stored = (await Store.Trail.PublicAsync(receipts[2].Log, 2, default)).ShouldNotBeNull();
        var right = Claim(receipts[2]) with { Kinds = [stored.Kind], RequestId = stored.RequestId };
        var kind = Claim(receipts[3]) with { Kinds = [EntryKind.Explain] };
        var request = Claim(receipts[4]) with { RequestId = Guid.NewGuid() };

        var report = await VerifyAsync([], [right, kind, request]);

        report.Receipts.ShouldBe(1);
        report.Defects.Select(one => (one.Kind, one.At, one.Receipt)).ShouldBe(
            [(LogDefectKind.ReceiptOfOther, 3, "receipt 3"), (LogDefectKind.ReceiptOfOther, 4, "receipt 4")]);
        (await Store.Trail.PublicAsync(receipts[2].Log, Entries, default)).ShouldBeNull();
    }

    [StoreFact]
    public async Task VerifyAsync_RewrittenWithoutTheSigningKey_IsRefusedAtTheFirstOtherSignature()
    {
        await FillAsync();
        await TruncateAsync(3);
        using var other = OtherSigner();
        await FillOtherAsync(other);

        (await VerifyAsync()).Defects.Select(one => (one.Kind, one.At)).ShouldBe(
            [(LogDefectKind.NoteRefused, 4), (LogDefectKind.NoteRefused, 5), (LogDefectKind.NoteRefused, 6)]);
    }

    [StoreFact]
    public async Task VerifyAsync_WrongKey_RefusesEveryCheckpointAndNothingElse()
    {
        await FillAsync();
        using var other = OtherSigner();

        var report = await LogVerification.VerifyAsync(Store.Trail, await LogAsync(), other.Keys, default);

        report.Defects.Select(one => (one.Kind, one.At)).ShouldBe(Enumerable.Range(1, Entries).Select(n => (LogDefectKind.NoteRefused, (long)n)));
    }

    [StoreFact]
    public async Task VerifyAsync_CheckpointFileEdited_NamesTheOneThatNobodySigned()
    {
        await FillAsync();
        var notes = FileNotes();
        using var other = OtherSigner();
        var forged = other.Sign((await LogAsync()).Log, 3, RandomNumberGenerator.GetBytes(32));
        notes[2] = notes[2] with { Checkpoint = new Checkpoint(notes[2].Checkpoint.Origin, 3, RandomNumberGenerator.GetBytes(32)), Note = forged };

        var report = await VerifyAsync(notes);

        report.Defects.ShouldHaveSingleItem().ShouldBe(new LogDefect(LogDefectKind.FileNoteRefused, 3));
        report.ComparedTo.ShouldBe(Entries);
    }

    [StoreFact]
    public async Task HeadlessAsync_HeadRemoved_NamesTheLogThatIsMissing()
    {
        var log = (await FillAsync())[0].Log;
        (await Store.Trail.HeadlessAsync(default)).ShouldBeEmpty();

        await Store.OutsideAsync("DELETE FROM log_head");

        (await Store.Trail.LogsAsync(default)).ShouldBeEmpty();
        (await Store.Trail.HeadlessAsync(default)).ShouldBe([log]);
    }

    [StoreFact]
    public async Task VerifyAsync_StoredHashOfASubtreeChanged_IsNamed()
    {
        await Task.WhenAll(Enumerable.Range(0, 300).Select(n => AppendAsync(n % 5, FactVersions.NotRead)));
        await Store.Audit.DrainAsync();
        (await VerifyAsync()).Defects.ShouldBeEmpty();

        await Store.OutsideAsync(Statement("UPDATE log_subtree SET hash = {random}"));

        (await VerifyAsync()).Defects.ShouldHaveSingleItem().ShouldBe(new LogDefect(LogDefectKind.SubtreeDiffers, 0) { Other = 8 });
    }

    [StoreFact]
    public async Task VerifyAsync_HeadCountsFarMoreThanThereIs_EndsAtOnce()
    {
        await FillAsync();
        await Store.OutsideAsync("UPDATE log_head SET size = 4000000000000");

        (await VerifyAsync()).Defects.ShouldContain(new LogDefect(LogDefectKind.EntryMissing, 6) { Other = 3_999_999_999_999 });
    }

    private static ReceiptClaim Claim(AuditReceipt receipt)
    {
        SignedNote.TryParse(receipt.Checkpoint, out var note).ShouldBeTrue();
        Checkpoint.TryParse(note.Text, out var checkpoint).ShouldBeTrue();
        return new ReceiptClaim(
            $"receipt {receipt.Index}", receipt.Log, receipt.Entry, receipt.Index, receipt.LeafHash, checkpoint.Size, checkpoint.Root);
    }

    private static string Copy(int from, int to) =>
        $"INSERT INTO audit_entry ({EntryRows.Columns}) "
        + $"SELECT {EntryRows.Columns.Replace(" place,", $" {to},", StringComparison.Ordinal)} FROM audit_entry WHERE place = {from}";

    private string Statement(string sql) => sql
        .Replace("{copy 2 to 3}", Copy(2, 3), StringComparison.Ordinal)
        .Replace("{copy 5 to 6}", Copy(5, 6), StringComparison.Ordinal)
        .Replace("{copy 5 to -1}", Copy(5, -1), StringComparison.Ordinal)
        .Replace("{line}", "\n", StringComparison.Ordinal)
        .Replace(Random, Store.Literal(RandomNumberGenerator.GetBytes(32)), StringComparison.Ordinal);

    private async Task<List<AuditReceipt>> FillAsync()
    {
        var receipts = new List<AuditReceipt>();
        for (var n = 0; n < Entries; n++)
        {
            receipts.Add((await AppendAsync(n, FactVersions.NotRead)).ShouldBeOfType<AppendResult.Stored>().Receipt);
        }

        await Store.Audit.DrainAsync();
        return receipts;
    }

    private Task TruncateAsync(int size) => Store.OutsideAsync(
        $"DELETE FROM audit_entry WHERE place >= {size}; DELETE FROM [checkpoint] WHERE size > {size}; UPDATE log_head SET size = {size}");

    // As a gateway whose own file was put away.
    private async Task FillOtherAsync(CheckpointSigner signer)
    {
        var settings = Store.Settings with { Signer = signer, CheckpointFile = Store.Settings.CheckpointFile + ".other" };
        await using var other = await Store.OpenAnotherAsync(settings);
        while ((await LogAsync()).Size < Entries)
        {
            await other.Audit.AppendAsync(Given.Draft(), Given.Child(1), Given.HolderOrganisation, FactVersions.NotRead, default);
        }
    }

    private CheckpointSigner OtherSigner() =>
        CheckpointSigner.Of(CheckpointKeys.NameOf(Store.Settings.Gateway), ECDsa.Create(ECCurve.NamedCurves.nistP256));

    private async Task<LogSummary> LogAsync() => (await Store.Trail.LogsAsync(default)).ShouldHaveSingleItem();

    private List<RecordedCheckpoint> FileNotes() =>
        [.. RecordedCheckpoint.In(File.ReadLines(Store.Settings.CheckpointFile))];

    private Task<LogReport> VerifyAsync() => VerifyAsync([]);

    private Task<LogReport> VerifyAsync(IEnumerable<RecordedCheckpoint> notes) => VerifyAsync(notes, Array.Empty<ReceiptClaim>());

    private Task<LogReport> VerifyAsync(IEnumerable<RecordedCheckpoint> notes, IEnumerable<AuditReceipt> receipts) =>
        VerifyAsync(notes, [.. receipts.Select(Claim)]);

    private async Task<LogReport> VerifyAsync(IEnumerable<RecordedCheckpoint> notes, IReadOnlyCollection<ReceiptClaim> claims) =>
        await LogVerification.VerifyAsync(
            Store.Trail,
            await LogAsync(),
            Store.Settings.Signer.Keys,
            new LogEvidence(notes, claims),
            progress: null,
            default);
}
