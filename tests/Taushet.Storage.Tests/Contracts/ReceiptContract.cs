using Taushet.Core.Trail;
using Taushet.Core.Trail.Notes;
using Taushet.Core.Trail.Tree;
using Taushet.Storage.Ports;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.Contracts;

public abstract class ReceiptContract : StoreContract
{
    [StoreFact]
    public async Task AppendAsync_EachReceipt_ProvesItsEntryUnderASignedCheckpoint()
    {
        var receipts = await FillAsync(600);

        foreach (var receipt in receipts)
        {
            var checkpoint = Opened(receipt.Checkpoint, receipt.Log);
            checkpoint.Size.ShouldBe(receipt.TreeSize);
            ProofCheck.Inclusion(receipt.Index, receipt.TreeSize, receipt.LeafHash.Span, receipt.InclusionProof(), checkpoint.Root.Span)
                .ShouldBeTrue();
        }
    }

    [StoreFact]
    public async Task AppendAsync_Alone_ProvesAnEntryThatIsTheWholeLog()
    {
        var receipt = (await FillAsync(1)).ShouldHaveSingleItem();

        receipt.InclusionProof().ShouldBeEmpty();
        Opened(receipt.Checkpoint, receipt.Log).Root.ToArray().ShouldBe(receipt.LeafHash.ToArray());
    }

    [StoreFact]
    public async Task CheckpointsAsync_OneABatch_EachFollowsFromTheOneBefore()
    {
        var receipts = await FillAsync(600);
        var log = receipts[0].Log;

        var checkpoints = await AllAsync(Store.Trail.CheckpointsAsync(log, 0, default));

        checkpoints.Select(one => one.Size).ShouldBe(receipts.Select(one => one.TreeSize).Distinct().Order());
        checkpoints.Count.ShouldBeLessThan(receipts.Count);
        foreach (var (first, second) in checkpoints.Zip(checkpoints.Skip(1)).Append((checkpoints[0], checkpoints[^1])))
        {
            var proof = await Store.Trail.ConsistencyProofAsync(log, first.Size, second.Size, default);
            ProofCheck.Consistency(first.Size, first.Root.Span, second.Size, second.Root.Span, proof).ShouldBeTrue();
        }

        await ShouldVerifyAsync();
    }

    [StoreFact]
    public async Task InclusionProofAsync_OldEntryUnderANewCheckpoint_Holds()
    {
        var receipts = await FillAsync(600);
        var log = receipts[0].Log;
        var newest = (await AllAsync(Store.Trail.CheckpointsAsync(log, 0, default)))[^1];

        foreach (var receipt in receipts.Where(one => one.Index % 97 == 0 || one.Index is 255 or 256))
        {
            var proof = await Store.Trail.InclusionProofAsync(log, receipt.Index, newest.Size, default);
            ProofCheck.Inclusion(receipt.Index, newest.Size, receipt.LeafHash.Span, proof, newest.Root.Span).ShouldBeTrue();
        }
    }

    [StoreFact]
    public async Task Proofs_OfSizesTheLogHasNot_AreRefused()
    {
        var log = (await FillAsync(3))[0].Log;

        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => Store.Trail.InclusionProofAsync(log, 3, 3, default));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => Store.Trail.InclusionProofAsync(log, 0, 4, default));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => Store.Trail.ConsistencyProofAsync(log, 3, 2, default));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => Store.Trail.ConsistencyProofAsync(Guid.NewGuid(), 0, 1, default));
    }

    private async Task<List<AuditReceipt>> FillAsync(int count)
    {
        var results = await Task.WhenAll(Enumerable.Range(0, count).Select(n =>
            Task.Run(() => AppendAsync(n % 10, FactVersions.NotRead))));
        return [.. results.Select(result => result.ShouldBeOfType<AppendResult.Stored>().Receipt)];
    }

    private Checkpoint Opened(string note, Guid log) =>
        CheckpointCheck.Open(note, Store.Settings.Signer.Keys, Store.Settings.Signer.OriginOf(log)).Match(
            signed => signed.Checkpoint,
            fault => throw new InvalidOperationException(fault.ToString()));
}
