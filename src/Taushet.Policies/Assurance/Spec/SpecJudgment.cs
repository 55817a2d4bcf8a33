using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Assurance.Spec;

/// <summary>What every rule that holds does to one cell, and what comes of it: MUST over MAY over silence.</summary>
internal sealed class SpecJudgment(Cell cell)
{
    public Cell Cell { get; } = cell;

    public required List<SpecRule> Owed { get; init; }

    public required List<SpecRule> Opened { get; init; }

    public required List<Guid> ReliedOn { get; init; }

    public required List<SpecRule> Routed { get; init; }

    public required List<SpecRule> Soft { get; init; }

    public required List<SpecRule> Dangers { get; init; }

    public required bool TowardsPrivate { get; init; }

    public required bool Pulled { get; init; }

    public required bool HolderDecided { get; init; }

    /// <summary>The rules that open the cell, owed first.</summary>
    public List<SpecRule> Opening => field ??= [.. Owed, .. Opened];

    /// <summary>Whether a rule with this outcome names the cell and nothing closes it.</summary>
    public bool IsOpen(Outcome outcome)
    {
        var named = Opening.Exists(rule => rule.Outcome == outcome);
        var closed = outcome != Outcome.RouteToHuman
            && (Dangers.Count > 0 || (outcome == Outcome.Must && TowardsPrivate && Routed.Count > 0));
        return named && !closed;
    }

    public Outcome Outcome =>
        IsOpen(Outcome.Must) ? Outcome.Must
        : IsOpen(Outcome.MayOnRequest) ? Outcome.MayOnRequest
        : IsOpen(Outcome.MayByHolder) && HolderDecided ? Outcome.MayByHolder
        : IsOpen(Outcome.RouteToHuman) ? Outcome.RouteToHuman
        : Outcome.Withhold;

    /// <summary>Whether the law leaves it to the holder, who may not have decided yet.</summary>
    public bool HolderMay => IsOpen(Outcome.MayByHolder) && Outcome is not (Outcome.Must or Outcome.MayOnRequest);

    /// <summary>Owed, but carried by a human.</summary>
    public bool ByHand => Outcome == Outcome.Must && Routed.Count > 0;

    public bool InSilence => ByHand && Pulled && Routed.Exists(shield => shield.IsBlanket);

    /// <summary>Given, but of relevant entries only: no rule gives the whole. What waits for the holder widens nothing.</summary>
    public bool Relevant
    {
        get
        {
            var opened = Outcome is Outcome.Must or Outcome.MayOnRequest || HolderMay;
            var counts = Opening.FindAll(rule => rule.Outcome switch
            {
                Outcome.Must or Outcome.MayOnRequest => true,
                Outcome.MayByHolder => HolderMay || HolderDecided,
                Outcome.RouteToHuman or Outcome.Withhold => false,
            });
            return opened && !counts.Exists(rule => rule.Cells.Contains(Cell));
        }
    }

    /// <summary>Whether what a rule opened is still given on its own terms.</summary>
    public bool GivenBy(SpecRule rule) =>
        Opening.Contains(rule)
        && rule.Outcome switch
        {
            Outcome.Must or Outcome.MayOnRequest => IsOpen(rule.Outcome),
            Outcome.MayByHolder => IsOpen(Outcome.MayByHolder) && HolderDecided,
            Outcome.RouteToHuman or Outcome.Withhold => false,
        };
}
