using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Policies.Assurance.Draw;

namespace Taushet.Policies.Assurance.Fuzz;

/// <summary>Draws requests and holds the decider to the specification on each.</summary>
public static class PolicyFuzz
{
    private const int Share = 50_000;

    /// <summary>Tries requests on every processor, in shares of 50,000 that each have a seed of their own: the same on any machine.</summary>
    /// <param name="policies">The rules.</param>
    /// <param name="count">How many requests.</param>
    /// <param name="seed">The same seed draws the same requests.</param>
    /// <param name="refusalsEvery">Of how many requests one is also compared without facts, cell by cell; 1: each.</param>
    /// <param name="progress">Told the requests tried so far, every thousand of a share.</param>
    /// <returns>One report of all shares; of differences the one of the first share.</returns>
    public static FuzzReport RunShares(PolicySet policies, int count, int seed, int refusalsEvery = 1, Action<int>? progress = null)
    {
        var reports = new FuzzReport[(count + Share - 1) / Share];
        var tried = 0;
        Parallel.For(0, reports.Length, (share, state) =>
        {
            void Tell(int _) => progress?.Invoke(Interlocked.Add(ref tried, 1000));
            reports[share] = Run(policies, Math.Min(Share, count - (share * Share)), SeedOf(seed, share), refusalsEvery, Tell);
            if (reports[share].Difference is not null)
            {
                state.Break();
            }
        });
        var done = reports.TakeWhile(report => report is not null).ToList();
        return new FuzzReport(done.Sum(report => report.Tried), done.Sum(report => report.Releasing), done.FirstOrDefault(report => report.Difference is not null)?.Difference);
    }

    // Seeds that lie apart, so that the shares of one seed are not those of the next.
    private static int SeedOf(int seed, int share) => (seed * 7919) + share;

    /// <summary>Tries requests until the count is reached or one differs.</summary>
    /// <param name="policies">The rules.</param>
    /// <param name="count">How many requests.</param>
    /// <param name="seed">The same seed draws the same requests.</param>
    /// <param name="refusalsEvery">Of how many requests one is also compared without facts, cell by cell; 1: each.</param>
    /// <param name="progress">Told the requests tried so far, every thousand.</param>
    public static FuzzReport Run(PolicySet policies, int count, int seed, int refusalsEvery = 1, Action<int>? progress = null)
    {
        var draw = new RequestDraw(policies, seed);
        var agreement = new Agreement(policies);
        var releasing = 0;
        for (var tried = 1; tried <= count; tried++)
        {
            var (request, facts) = draw.Next();
            var result = agreement.Of(request, facts, tried % refusalsEvery == 0);
            if (!result.Agrees)
            {
                var (small, smallFacts) = Shrinking.Of(request, facts, (r, f) => !agreement.Of(r, f).Agrees);
                return new FuzzReport(tried, releasing, new Counterexample(small, smallFacts, agreement.Of(small, smallFacts)));
            }

            releasing += result.Decision.Released.IsEmpty ? 0 : 1;
            if (tried % 1000 == 0)
            {
                progress?.Invoke(tried);
            }
        }

        return new FuzzReport(count, releasing, null);
    }
}

/// <summary>What a run found.</summary>
/// <param name="Tried">How many requests were decided twice over.</param>
/// <param name="Releasing">How many of them released something.</param>
/// <param name="Difference">The first on which the deciders differ, shrunk; null when they agree on all.</param>
public sealed record FuzzReport(int Tried, int Releasing, Counterexample? Difference)
{
    /// <summary>The share that released something, from 0 to 1.</summary>
    public double ReleasingShare => Tried == 0 ? 0 : (double)Releasing / Tried;
}

/// <summary>A request on which two say different things.</summary>
/// <param name="Request">The request.</param>
/// <param name="Facts">The facts on the child.</param>
/// <param name="Result">What both say.</param>
public sealed record Counterexample(Request Request, Facts Facts, AgreementResult Result);
