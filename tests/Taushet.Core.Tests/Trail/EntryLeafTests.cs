using FsCheck;
using FsCheck.Fluent;
using Taushet.Core.Trail;
using Taushet.Core.Trail.Tree;

namespace Taushet.Core.Tests.Trail;

public sealed class EntryLeafTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(1_000);

    [Fact]
    public void Encode_TwoEntriesThatDifferInAnyColumn_HaveDifferentLeafBytes() =>
        Check.One(Runs, Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            foreach (var schema in EntryLeaf.Schemas)
            {
                var row = new RandomTrail(seed).Row() with { Schema = schema };
                var leaf = EntryLeaf.Encode(row);

                foreach (var other in OneColumnChanged(row))
                {
                    EntryLeaf.Encode(other).AsSpan().SequenceEqual(leaf).ShouldBe(other == row);
                }
            }
        }));

    [Fact]
    public void Hash_AnyFlippedByte_IsAnother() =>
        Check.One(Runs, Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new RandomTrail(seed);
            var leaf = EntryLeaf.Encode(random.Row());
            var hash = TreeHash.Leaf(leaf);

            leaf[random.Next(leaf.Length)] ^= (byte)(1 << random.Next(8));

            TreeHash.Leaf(leaf).ShouldNotBe(hash);
        }));

    [Fact]
    public void Encode_ANeighbouringColumnTakesItsText_IsAnother()
    {
        var row = new RandomTrail(1).Row();
        var left = row with { Public = row.Public with { Holder = row.Public.Holder with { Organisation = "3", Unit = "10" } } };
        var right = row with { Public = row.Public with { Holder = row.Public.Holder with { Organisation = "31", Unit = "0" } } };

        EntryLeaf.Encode(left).ShouldNotBe(EntryLeaf.Encode(right));
    }

    [Fact]
    public void ReceiptLeaf_WhoeverHoldsAReceiptCanMakeTheLeafFromIt() =>
        Check.One(Runs, Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var row = new RandomTrail(seed).Row();
            var shown = ReceiptLeaf.Of(row);

            new ReceiptLeaf(row.Log, row.Entry, row.ReleaseCommitment, shown.Digest).At(row.Index).ShouldBe(EntryLeaf.Encode(row));
        }));

    [Fact]
    public void Encode_ASchemaThatIsNotKnown_IsRefused()
    {
        EntryLeaf.Schemas.ShouldNotContain(3);
        Should.Throw<ArgumentException>(() => EntryLeaf.Encode(new RandomTrail(1).Row() with { Schema = 3 }));
    }

    private static IEnumerable<EntryRow> OneColumnChanged(EntryRow row)
    {
        var part = row.Public;
        yield return row with { Log = Guid.Empty };
        yield return row with { Entry = Guid.Empty };
        yield return row with { Index = row.Index ^ 1 };
        yield return row with { Schema = EntryLeaf.Schemas.Sum() - row.Schema };
        yield return row with { Subject = row.HolderPart, HolderPart = row.Subject };
        yield return row with { HolderPart = row.SealedPart, SealedPart = row.HolderPart };
        yield return row with { ReleaseCommitment = row.Subject, Subject = row.ReleaseCommitment };
        yield return row with { Salt = new byte[16] };
        yield return row with { Public = part with { Receiver = part.Holder, Holder = part.Receiver } };
        yield return row with { Public = part with { Purpose = default } };
        yield return row with { Public = part with { Receiver = part.Receiver with { Form = default } } };
        yield return row with { Public = part with { Holder = part.Holder with { Form = default } } };
        yield return row with { Public = part with { TimeMicros = part.TimeMicros ^ 1 } };
        yield return row with { Public = part with { RequestId = Guid.Empty } };
        yield return row with { Public = part with { Bases = default } };
        yield return row with { Public = part with { PolicyHash = part.Caller, Caller = part.PolicyHash } };
        yield return row with { Public = part with { LawDate = part.LawDate.AddDays(1) } };
        yield return row with { Public = part with { Given = default } };
    }
}
