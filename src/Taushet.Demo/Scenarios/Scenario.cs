using Taushet.Demo.Town;
using Taushet.V1;

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

    /// <summary>Cells that the law gives here; every one must be given.</summary>
    public IReadOnlyList<Cell> Gives { get; init; } = [];

    /// <summary>Whether anything beside <see cref="Gives"/> may be given.</summary>
    public bool MayGiveMore { get; init; }
}
