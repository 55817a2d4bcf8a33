using System.Collections.Concurrent;
using Grpc.Core;
using Taushet.V1;

namespace Taushet.Campaigns.Load;

/// <summary>Counts outcomes and keeps the receipts. Thread-safe.</summary>
internal sealed class Tally
{
    // The gateway puts it on every refusal of its own; what a broken connection looks like to the caller has none.
    private const string DetailsTrailer = "grpc-status-details-bin";

    private readonly int[] counts = new int[Enum.GetValues<Outcome>().Length];
    private readonly ConcurrentDictionary<string, int> others = new(StringComparer.Ordinal);

    /// <summary>Every answer, with information or without.</summary>
    public ConcurrentBag<Answered> Answers { get; } = [];

    /// <summary>What the other outcomes were, by code.</summary>
    public IReadOnlyDictionary<string, int> Others => others;

    public int Of(Outcome outcome) => Volatile.Read(ref counts[(int)outcome]);

    public void Take(RequestInformationResponse answer)
    {
        Answers.Add(new Answered(answer.Receipt, ReceiptBytes.Commit(answer)));
        Count(answer.Information is null ? Outcome.WithoutData : Outcome.WithData);
    }

    /// <summary>Counts a call that was not answered.</summary>
    public void Take(RpcException refused)
    {
        var byGateway = refused.Trailers.GetAll(DetailsTrailer).Any();
        var outcome = refused.StatusCode switch
        {
            StatusCode.DeadlineExceeded => Outcome.TooLate,
            StatusCode.Unavailable when byGateway => Outcome.Unavailable,
            StatusCode.ResourceExhausted when byGateway => Outcome.Full,
            StatusCode.Unavailable or StatusCode.Internal or StatusCode.Cancelled when !byGateway => Outcome.NoConnection,
            _ => Outcome.Other,
        };
        Count(outcome);
        if (outcome == Outcome.Other)
        {
            others.AddOrUpdate(refused.StatusCode.ToString(), 1, static (_, before) => before + 1);
        }
    }

    private void Count(Outcome outcome) => Interlocked.Increment(ref counts[(int)outcome]);
}
