using Taushet.Core.Trail.Tree;

namespace Taushet.Storage.Log;

/// <summary>Gives a log that was written before subtrees were kept those it should have.</summary>
internal static class LegacyTree
{
    private const int Width = 256;

    public static void Complete(ILogSession session)
    {
        var growing = Frontier.Empty;
        for (var first = 0L; first < session.Head.Size; first += Width)
        {
            var count = (int)Math.Min(Width, session.Head.Size - first);
            var growth = TreeGrowth.Of(growing, session.Subtrees(0, first, count));
            session.Complete([.. growth.Completed]);
            growing = growth.After;
        }
    }
}
