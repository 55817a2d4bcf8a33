using System.Collections.Frozen;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Trail.OwnView;

/// <summary>How the person's own view names the vocabulary, in Norwegian.</summary>
/// <param name="Services">Services.</param>
/// <param name="Purposes">Purposes.</param>
/// <param name="Bases">Legal bases.</param>
/// <param name="Categories">Categories of information; a topic is told by its category.</param>
public sealed record LogTexts(
    FrozenDictionary<Service, string> Services,
    FrozenDictionary<Purpose, string> Purposes,
    FrozenDictionary<Basis, string> Bases,
    FrozenDictionary<Cell, string> Categories)
{
    /// <summary>The categories of cells, each once, in the vocabulary's order.</summary>
    public IEnumerable<string> Of(CellSet cells) => cells.ToList().Select(Category).Distinct(StringComparer.Ordinal);

    private string Category(Cell cell)
    {
        var code = Codes<Cell>.Of(cell);
        var end = code.IndexOf('/', StringComparison.Ordinal);
        return end < 0 || !Codes<Cell>.TryParse(code[..end], out var category) ? Categories[cell] : Categories[category];
    }
}
