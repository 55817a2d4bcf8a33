using System.Text;
using Taushet.Core.Trail.Notes;

namespace Taushet.Storage.Log;

/// <summary>A checkpoint as it stands in a checkpoint file. That it stands there says nothing of who signed it.</summary>
/// <param name="Checkpoint">What it states.</param>
/// <param name="Note">The signed note.</param>
public sealed record RecordedCheckpoint(Checkpoint Checkpoint, string Note)
{
    /// <summary>The checkpoints that were written whole, in the order of the lines. What a crash left of others is passed over.</summary>
    internal static IEnumerable<RecordedCheckpoint> In(IEnumerable<string> lines)
    {
        var text = string.Empty;
        var part = new StringBuilder();
        foreach (var line in lines.Append(string.Empty))
        {
            if (line.Length > 0)
            {
                part.Append(line).Append('\n');
                continue;
            }

            // A note is two parts with an empty line between: what is signed, and the signatures.
            var signatures = part.ToString();
            if (SignedNote.TryParse($"{text}\n{signatures}", out var note) && Checkpoint.TryParse(note.Text, out var checkpoint))
            {
                yield return new RecordedCheckpoint(checkpoint, note.Write());
            }

            text = signatures;
            part.Clear();
        }
    }
}
