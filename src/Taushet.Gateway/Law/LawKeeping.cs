using System.Runtime.InteropServices;
using Taushet.Gateway.Hosting;
using Taushet.Gateway.Logging;
using Taushet.Gateway.Options;

namespace Taushet.Gateway.Law;

/// <summary>Keeps each policy set before it decides, and takes a changed folder into use when told to (SIGHUP).</summary>
/// <remarks>
/// INVARIANT: a policy set is kept in the store before it decides anything.
/// INVARIANT: a changed policy folder is taken into use whole or not at all.
/// </remarks>
internal sealed class LawKeeping(
    RunningLaw law,
    StorePorts ports,
    GatewayOptions options,
    IHostEnvironment environment,
    TimeProvider clock,
    ILogger<LawKeeping> logger) : IHostedService, IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);
    private PosixSignalRegistration? signal;

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!await KeepAsync(law.Now.Policies.Hash, law.Now.Content, cancellationToken))
        {
            throw new GatewayOptionsException(["the store cannot keep the policy set: nothing may be decided by a set that is not kept"]);
        }

        if (!law.Now.Content.IsEmpty)
        {
            signal = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Reload);
        }
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose()
    {
        signal?.Dispose();
        one.Dispose();
    }

    /// <summary>Loads the folder again. What cannot be used changes nothing but health and log.</summary>
    /// <returns>Whether the folder's set is in use now.</returns>
    public async Task<bool> ReloadAsync(CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        try
        {
            var (book, faults) = RuleBook.TryLoad(options, environment.IsDevelopment());
            if (book is not null && await KeepAsync(book.Policies.Hash, book.Content, cancellation))
            {
                law.Take(book);
                logger.PoliciesReloaded(book.Policies.Hash);
                return true;
            }

            law.Refuse();
            logger.PoliciesRefused(law.Policies.Hash, book is null ? string.Join('\n', faults) : "the store cannot keep the policy set");
            return false;
        }
        finally
        {
            one.Release();
        }
    }

    // A set that an embedding host brought has no content to keep: it is the host's to keep it.
    private async Task<bool> KeepAsync(string hash, ReadOnlyMemory<byte> content, CancellationToken cancellation) =>
        content.IsEmpty || ports.Policies is not { } archive || await archive.KeepAsync(hash, content, clock.GetUtcNow(), cancellation);

    private void Reload(PosixSignalContext context)
    {
        context.Cancel = true;
        _ = Task.Run(() => ReloadAsync(CancellationToken.None));
    }
}
