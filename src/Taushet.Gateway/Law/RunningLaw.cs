using Taushet.Core.Policies;
using Taushet.Gateway.Hosting;
using Taushet.Policies.Approvals;

namespace Taushet.Gateway.Law;

/// <summary>The policy set that decides now. A call takes it once; a set that is replaced meanwhile still ends what it began.</summary>
internal sealed class RunningLaw(LoadedBook first, TimeProvider clock)
{
    private volatile LawInUse now = new(first.Policies, first.Content, first.Approval, clock.GetUtcNow());
    private volatile bool refused;

    /// <summary>What is in use now.</summary>
    public LawInUse Now => now;

    /// <summary>The policy set in use now.</summary>
    public PolicySet Policies => now.Policies;

    /// <summary>Whether a changed folder was refused since: the set in use is then older than the folder.</summary>
    public bool ReloadRefused => refused;

    /// <summary>Takes a set into use.</summary>
    public void Take(LoadedBook book)
    {
        now = new LawInUse(book.Policies, book.Content, book.Approval, clock.GetUtcNow());
        refused = false;
    }

    /// <summary>Keeps the set in use though the folder has changed.</summary>
    public void Refuse() => refused = true;
}

/// <summary>A policy set in use.</summary>
/// <param name="Policies">The set.</param>
/// <param name="Content">Its canonical content, or empty.</param>
/// <param name="Approval">Who has approved it, or null.</param>
/// <param name="Since">Since when.</param>
internal sealed record LawInUse(PolicySet Policies, ReadOnlyMemory<byte> Content, Approval? Approval, DateTimeOffset Since);
