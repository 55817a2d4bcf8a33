using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Assurance.Spec;

/// <summary>A loaded rule read as the book says it: plain sets of names, no masks.</summary>
internal sealed class SpecRule(Rule rule)
{
    public Rule Rule { get; } = rule;

    public string Id { get; } = rule.Id;

    public Step Step { get; } = rule.Step;

    public Outcome Outcome { get; } = rule.Outcome;

    public HashSet<Service> Holders { get; } = [.. rule.Holders.ToList()];

    public HashSet<Service> Receivers { get; } = [.. rule.Receivers.ToList()];

    public HashSet<Flow> Flows { get; } = [.. rule.Flows.ToList()];

    public HashSet<Basis> Bases { get; } = [.. rule.Bases.ToList()];

    public HashSet<Purpose> Purposes { get; } = [.. rule.Purposes.ToList()];

    public HashSet<Cell> Cells { get; } = [.. rule.Cells.ToList()];

    public HashSet<Cell> Relevant { get; } = [.. rule.Relevant.ToList()];

    public HashSet<Cell> Always { get; } = [.. rule.AlwaysNecessary.ToList()];

    public HashSet<string> ComesWith { get; } = [.. rule.ComesWith];

    /// <summary>Whether it closes everything: it then hangs on the child alone.</summary>
    public bool IsBlanket { get; } = rule.Step is Step.RoutingShield or Step.SoftShield && Codes<Cell>.Members.All(rule.Cells.Contains);

    public bool Names(Cell cell) => Cells.Contains(cell) || Relevant.Contains(cell);

    public bool Concerns(Request request) =>
        Holders.Contains(request.Holder.Service)
        && Receivers.Contains(request.Receiver.Service)
        && Flows.Contains(request.Flow)
        && request.LawDate >= Rule.From
        && (Rule.To is not { } to || request.LawDate <= to);
}
