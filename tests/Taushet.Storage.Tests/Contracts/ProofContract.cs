using System.Security.Cryptography;
using Taushet.Storage.Ports;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.Contracts;

public abstract class ProofContract : StoreContract
{
    private static readonly DateTimeOffset Now = new(2026, 9, 1, 10, 0, 0, TimeSpan.Zero);

    [StoreFact]
    public async Task UseAsync_Twice_FirstThenReplayed()
    {
        var proof = Proof(Now);

        (await Store.Proofs.UseAsync(proof, default)).ShouldBe(ProofUseResult.First);
        (await Store.Proofs.UseAsync(proof, default)).ShouldBe(ProofUseResult.Replayed);
        (await Store.Proofs.UseAsync(Proof(Now), default)).ShouldBe(ProofUseResult.First);
    }

    [StoreFact]
    public async Task UseAsync_AnotherGatewayOnTheStore_Replayed()
    {
        await using var another = await Store.OpenAnotherAsync(Store.Settings);
        var proof = Proof(Now);

        (await another.Proofs.UseAsync(proof, default)).ShouldBe(ProofUseResult.First);
        (await Store.Proofs.UseAsync(proof, default)).ShouldBe(ProofUseResult.Replayed);
    }

    [StoreFact]
    public async Task UseAsync_ManyAtOnceOnTwoGateways_ExactlyOneIsFirst()
    {
        await using var another = await Store.OpenAnotherAsync(Store.Settings);
        for (var round = 0; round < 10; round++)
        {
            var proof = Proof(Now);
            var uses = await Task.WhenAll(Enumerable.Range(0, 16).Select(number => Task.Run(
                async () => await (number % 2 == 0 ? Store.Proofs : another.Proofs).UseAsync(proof, default))));

            uses.Count(use => use == ProofUseResult.First).ShouldBe(1);
            uses.Count(use => use == ProofUseResult.Replayed).ShouldBe(15);
        }
    }

    [StoreFact]
    public async Task UseAsync_ThousandsThatHaveExpired_NewOnesAreStillUsedOnce()
    {
        for (var number = 0; number < 1100; number++)
        {
            (await Store.Proofs.UseAsync(Proof(Now.AddSeconds(number)), default)).ShouldBe(ProofUseResult.First);
        }

        var proof = Proof(Now.AddSeconds(1100));
        (await Store.Proofs.UseAsync(proof, default)).ShouldBe(ProofUseResult.First);
        (await Store.Proofs.UseAsync(proof, default)).ShouldBe(ProofUseResult.Replayed);
    }

    private static ProofUse Proof(DateTimeOffset now) =>
        new(RandomNumberGenerator.GetBytes(32), now, now + TimeSpan.FromSeconds(70), now);
}
