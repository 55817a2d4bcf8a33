using System.Security.Cryptography;
using Taushet.Storage.Ports;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.Sqlite;

public sealed class ProofFileTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 1, 10, 0, 0, TimeSpan.Zero);

    /// <summary>INVARIANT: a proof that was made before this process first used one is refused.</summary>
    [Fact]
    public async Task UseAsync_MadeBeforeTheFirstUse_Refused()
    {
        await using var temporary = new TemporaryStore();
        await temporary.Store.Proofs.UseAsync(Use(Now, Now), default);

        (await temporary.Store.Proofs.UseAsync(Use(Now.AddSeconds(-6), Now), default)).ShouldBe(ProofUseResult.Unavailable);
    }

    [Fact]
    public async Task UseAsync_FileCannotBeWritten_UnavailableAndTold()
    {
        await using var temporary = new TemporaryStore();
        Directory.CreateDirectory(temporary.Options.Path + ".proofs");

        (await temporary.Store.Proofs.UseAsync(Use(Now, Now), default)).ShouldBe(ProofUseResult.Unavailable);
        temporary.Faults.ShouldNotBeEmpty();
    }

    private static ProofUse Use(DateTimeOffset issued, DateTimeOffset now) =>
        new(RandomNumberGenerator.GetBytes(32), issued, issued.AddSeconds(70), now);
}
