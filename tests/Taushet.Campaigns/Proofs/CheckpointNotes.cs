using Taushet.Core.Trail.Notes;

namespace Taushet.Campaigns.Proofs;

/// <summary>Reads the checkpoint file as evidence: every note that was written whole.</summary>
internal static class CheckpointNotes
{
    private const string Blank = "\n\n";

    /// <summary>The notes as they stand in receipts. What a crash or a full disk left of a note is passed over.</summary>
    public static HashSet<string> In(string file)
    {
        var notes = new HashSet<string>(StringComparer.Ordinal);
        if (!File.Exists(file))
        {
            return notes;
        }

        var parts = File.ReadAllText(file).Split(Blank);
        for (var i = 1; i < parts.Length; i++)
        {
            var note = parts[i - 1].TrimStart('\n') + Blank + parts[i] + "\n";
            if (SignedNote.TryParse(note, out _))
            {
                notes.Add(note);
            }
        }

        return notes;
    }
}
