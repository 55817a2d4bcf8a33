using System.Collections.Concurrent;
using Taushet.V1;

namespace Taushet.Demo.Sectors;

/// <summary>What one sector system holds, and its own log of what it gave.</summary>
/// <param name="records">The records by national number.</param>
internal sealed class SectorRegister(IReadOnlyDictionary<string, ChildInformation> records)
{
    private readonly ConcurrentQueue<GivenLine> given = new();

    /// <summary>How many children it holds something on.</summary>
    public int Count => records.Count;

    /// <summary>The numbers it holds something on.</summary>
    public IEnumerable<string> Numbers => records.Keys;

    /// <summary>Its own log, oldest first.</summary>
    public IReadOnlyCollection<GivenLine> Given => given;

    /// <summary>Answers one fetch and writes the log.</summary>
    public GetLeavesResponse Answer(GetLeavesRequest request)
    {
        var information = records.TryGetValue(request.Child?.NationalNumber ?? string.Empty, out var held)
            ? new AskedLeaves(request).PickFrom(held)
            : null;
        given.Enqueue(new GivenLine(
            Convert.ToHexStringLower(request.RequestId.Span),
            request.Asker?.Service ?? Service.Unspecified,
            request.Purpose,
            [.. request.Cells, .. request.RelevantCells],
            information is not null));
        return new GetLeavesResponse { Information = information };
    }
}
