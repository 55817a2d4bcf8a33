using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Decisions;

/// <summary>What a holder can decide on beforehand at all.</summary>
public static class HolderLatitude
{
    // What no decision made beforehand can be about: a human looks at each child (law 8, 13.3 nr. 1).
    private static readonly CellSet EachByItself =
        CellCategories.WithTopics(Cell.GradedAddress, Cell.Adoption, Cell.PrivateReporter);

    /// <summary>
    /// The cells that some rule in force leaves to the holder's choice towards a receiver for a purpose, in a pull, bounded by what
    /// the purpose can need. Conditions are not looked at: they hang on the child and the request.
    /// </summary>
    public static CellSet Of(PolicySet policies, Service holder, Service receiver, Purpose purpose, DateOnly date)
    {
        var cells = CellSet.Empty;
        foreach (var rule in policies.Index.RulesFor(holder, receiver).Rules)
        {
            var leaves = rule.Outcome == Outcome.MayByHolder
                && rule.InForceOn(date)
                && rule.Flows.Contains(Flow.Pull)
                && rule.Purposes.Contains(purpose);
            cells |= leaves ? rule.Cells | rule.Relevant : CellSet.Empty;
        }

        var needed = CellSet.Empty;
        foreach (var justified in policies.NeedIndex.Of(purpose, receiver))
        {
            needed |= justified;
        }

        return (cells & needed) - EachByItself;
    }
}
