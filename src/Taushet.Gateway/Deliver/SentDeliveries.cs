namespace Taushet.Gateway.Deliver;

/// <summary>What one stream has sent, and when it is due again.</summary>
/// <param name="monotonic">Measures elapsed time.</param>
/// <param name="interval">After how long a delivery that is not acknowledged comes again.</param>
internal sealed class SentDeliveries(TimeProvider monotonic, TimeSpan interval)
{
    private readonly Dictionary<Guid, long> sent = [];
    private readonly long begun = monotonic.GetTimestamp();
    private long lookedBack = monotonic.GetTimestamp();

    /// <summary>Notes a sending.</summary>
    public void Note(Guid delivery) => sent[delivery] = monotonic.GetTimestamp();

    /// <summary>Whether a delivery that is still open is due; one that the stream was told to skip counts from its beginning.</summary>
    public bool IsDue(Guid delivery) => monotonic.GetElapsedTime(sent.GetValueOrDefault(delivery, begun)) >= interval;

    /// <summary>Whether it is time to look for what is due; what was sent long before is forgotten then.</summary>
    public bool LooksBack()
    {
        if (monotonic.GetElapsedTime(lookedBack) < interval)
        {
            return false;
        }

        lookedBack = monotonic.GetTimestamp();
        foreach (var (delivery, at) in sent)
        {
            // What is open after so long is due anyway.
            if (monotonic.GetElapsedTime(at) >= interval && monotonic.GetElapsedTime(begun) >= interval)
            {
                sent.Remove(delivery);
            }
        }

        return true;
    }
}
