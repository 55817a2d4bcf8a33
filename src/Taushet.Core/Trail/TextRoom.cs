using System.Text;

namespace Taushet.Core.Trail;

/// <summary>The room in which a thread writes its texts, one after another: each decision writes two of some thousand letters.</summary>
internal static class TextRoom
{
    private const int Usual = 4096;
    private const int Most = 1 << 16;

    [ThreadStatic]
    private static StringBuilder? free;

    /// <summary>An empty builder. Whoever takes it gives it back by <see cref="Finish"/>.</summary>
    public static StringBuilder Take()
    {
        var room = free ?? new StringBuilder(Usual);
        free = null;
        return room.Clear();
    }

    /// <summary>What was written. The builder is not to be used any more.</summary>
    public static string Finish(StringBuilder room)
    {
        var text = room.ToString();
        if (room.Capacity <= Most)
        {
            free = room;
        }

        return text;
    }
}
