using Taushet.Core.Requests;

namespace Taushet.Policies.Cases;

/// <summary>A scenario with its expected outcome: ready to decide, by the core or over the wire.</summary>
public sealed record PolicyCase
{
    /// <summary>Unique id ("L01", "L01-adult").</summary>
    public required string Id { get; init; }

    /// <summary>What the case shows, in one line.</summary>
    public required string Title { get; init; }

    /// <summary>The file it stands in, relative to the loaded folder.</summary>
    public required string File { get; init; }

    /// <summary>Its line in the file, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The request.</summary>
    public required Request Request { get; init; }

    /// <summary>What the registers say of the child.</summary>
    public required Facts Facts { get; init; }

    /// <summary>What must come out.</summary>
    public required CaseExpectation Expected { get; init; }
}
