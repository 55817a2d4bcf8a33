namespace Taushet.Cli.Trail.Verifying;

/// <summary>What a verification cannot exclude with what it was given.</summary>
/// <param name="IsPinned">Whether the key came another way than the database.</param>
/// <param name="Uncompared">How many logs were compared with no checkpoint outside the database.</param>
/// <param name="Receipts">How many receipts were compared.</param>
/// <param name="Spoiled">How many pieces of text in checkpoint files are no checkpoint.</param>
internal sealed record Unexcluded(bool IsPinned, int Uncompared, long Receipts, long Spoiled)
{
    /// <summary>The lines, each with what would exclude it.</summary>
    public IEnumerable<string> Tell()
    {
        if (Uncompared > 0)
        {
            yield return $"not excluded: {Lines.Count(Uncompared, "log")} not compared with anything outside the database may have lost their "
                + "newest entries, or stand as they stood once: give the gateway's --checkpoint-file";
        }

        if (!IsPinned)
        {
            yield return "not excluded: that somebody put another database here with another list of keys: pin the key with --key, "
                + "as it was published when the log began";
        }

        if (Receipts == 0)
        {
            yield return "not excluded: that somebody with the signing key wrote another log and its checkpoints anew: give answers that "
                + "receivers kept with --receipt";
        }

        if (Spoiled > 0)
        {
            yield return $"not excluded: {Lines.Count(Spoiled, "piece")} of text in the checkpoint file that say nothing: a crash leaves one "
                + "at times, and so does somebody's edit";
        }
    }
}
