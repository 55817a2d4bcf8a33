using Taushet.Demo.Town;
using Taushet.V1;
using Route = Taushet.V1.Route;

namespace Taushet.Demo.Scenarios;

/// <summary>Which rpc a scenario calls.</summary>
internal enum ScenarioCall
{
    /// <summary>Information is asked for.</summary>
    Request,

    /// <summary>The public explanation is asked for.</summary>
    Preview,

    /// <summary>What a holder means to give on its own initiative is assessed.</summary>
    AssessPush,

    /// <summary>What may be given to somebody who asked the holder is assessed.</summary>
    AssessAsked,
}

/// <summary>One story over the wire.</summary>
internal sealed record Scenario
{
    /// <summary>Short name, also of the request file.</summary>
    public required string Name { get; init; }

    /// <summary>The story in one line.</summary>
    public required string Story { get; init; }

    /// <summary>Who calls: the asker in a pull, the holder otherwise.</summary>
    public required Organisation Caller { get; init; }

    /// <summary>Which rpc.</summary>
    public ScenarioCall Call { get; init; }

    /// <summary>What is asked.</summary>
    public required Inquiry Inquiry { get; init; }

    /// <summary>What the holder brings, in a push.</summary>
    public ChildInformation? Content { get; init; }

    /// <summary>Cells that the law gives here; every one must be given, and every other one withheld.</summary>
    public IReadOnlyList<Cell> Gives { get; init; } = [];

    /// <summary>What the law calls what is given.</summary>
    public Outcome As { get; init; } = Outcome.Must;

    /// <summary>Cells that are owed and travel by hand.</summary>
    public IReadOnlyList<Cell> ByHand { get; init; } = [];

    /// <summary>Cells of which a human must answer.</summary>
    public IReadOnlyList<Cell> ByHuman { get; init; } = [];

    /// <summary>The law that must be cited, each as "act § section".</summary>
    public required IReadOnlyList<string> Cites { get; init; }

    /// <summary>What giver and receiver must be told to do.</summary>
    public IReadOnlyList<Obligation> Obliges { get; init; } = [];

    /// <summary>What must be told would open the rest.</summary>
    public IReadOnlyList<Route> Routes { get; init; } = [];
}
