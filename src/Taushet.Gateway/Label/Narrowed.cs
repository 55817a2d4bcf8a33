using Taushet.Core.Vocabulary;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Label;

/// <summary>What remains of a source's answer.</summary>
/// <param name="Information">What may be released; null when nothing is left.</param>
/// <param name="Present">The cells of which at least one leaf is in it.</param>
/// <param name="Unasked">How many leaves the source sent of cells that were not asked for.</param>
internal sealed record Narrowed(Wire.ChildInformation? Information, CellSet Present, int Unasked)
{
    /// <summary>Nothing was sent, or nothing is left.</summary>
    public static Narrowed Nothing { get; } = new(null, CellSet.Empty, 0);
}
