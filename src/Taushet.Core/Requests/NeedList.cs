using System.Runtime.CompilerServices;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Requests;

/// <summary>The cells that are needed, by stated need. Categories are already widened to their topics.</summary>
public sealed class NeedList
{
    private readonly NeedArray byNeed;

    /// <summary>Makes the list.</summary>
    /// <param name="stated">Each stated need with its cells; a need may come several times.</param>
    /// <param name="unspecified">Cells listed without a need: in a push, what the sender includes as necessary.</param>
    public NeedList(IEnumerable<(Need Need, CellSet Cells)> stated, CellSet unspecified = default)
    {
        var all = unspecified;
        foreach (var (need, cells) in stated)
        {
            byNeed[(int)need] |= cells;
            all |= cells;
        }

        Unspecified = unspecified;
        All = all;
    }

    /// <summary>Every listed cell, whatever its need.</summary>
    public CellSet All { get; }

    /// <summary>Cells listed without a need.</summary>
    public CellSet Unspecified { get; }

    /// <summary>The cells listed for a need.</summary>
    public CellSet For(Need need) => byNeed[(int)need];

    // One place per member of Need, and one for none; a test holds the size against the vocabulary.
    [InlineArray(16)]
    private struct NeedArray
    {
        private CellSet first;
    }
}
