using System.Diagnostics;
using Taushet.Core.Trail.Notes;

namespace Taushet.Client;

/// <summary>What a receipt proves.</summary>
public abstract record ReceiptVerdict
{
    private ReceiptVerdict()
    {
    }

    /// <summary>Calls the arm for the verdict.</summary>
    public T Match<T>(Func<Checkpoint, T> holds, Func<Broken, T> broken) => this switch
    {
        Holds proved => holds(proved.Checkpoint),
        Broken failed => broken(failed),
        _ => throw new UnreachableException(),
    };

    /// <summary>The receipt holds.</summary>
    /// <param name="Checkpoint">The signed checkpoint that the entry stands under. Keep the latest of each log: with a
    /// consistency proof (<see cref="ConsistencyCheck"/>) it shows that the log has not been rewritten since.</param>
    public sealed record Holds(Checkpoint Checkpoint) : ReceiptVerdict;

    /// <summary>The receipt proves nothing.</summary>
    /// <param name="Fault">Why.</param>
    public sealed record Broken(ReceiptFault Fault) : ReceiptVerdict
    {
        /// <summary>The reason in a sentence, in English.</summary>
        public string Text => ReceiptFaults.Text(Fault);
    }
}
