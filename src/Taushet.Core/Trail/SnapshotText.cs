using Taushet.Core.Requests;

namespace Taushet.Core.Trail;

/// <summary>
/// The record form of what a decision was made from: request and facts in vocabulary terms, one line a thing, without any
/// value and without any id of a person. Enough to decide again to the same bytes.
/// </summary>
/// <remarks>
/// A line is a name and its parts in a fixed order, separated by spaces; <c>?</c> is unknown, <c>-</c> is empty. What is
/// unknown as a whole has no line. The same request and facts always give the same text.
/// </remarks>
public static class SnapshotText
{
    private const string Version = "snapshot.v1";

    /// <summary>Writes request and facts as the decider read them.</summary>
    public static string Write(Request request, Facts facts)
    {
        var text = TextRoom.Take();
        var lines = new SnapshotLines(text);
        lines.Begin(Version).End();
        RequestSnapshot.Write(lines, request);
        EvidenceSnapshot.Write(lines, request.Evidence);
        FactsSnapshot.Write(lines, facts);
        WishesSnapshot.Write(lines, facts);
        return TextRoom.Finish(text);
    }

    /// <summary>Reads a snapshot back.</summary>
    /// <exception cref="FormatException">The text is not one that <see cref="Write"/> writes.</exception>
    public static (Request Request, Facts Facts) Read(string text)
    {
        var lines = new SnapshotCursor(text);
        lines.Require(Version).End();
        var request = RequestSnapshot.Read(lines);
        request = request with { Evidence = EvidenceSnapshot.Read(lines) };
        var facts = WishesSnapshot.Read(lines, FactsSnapshot.Read(lines));
        lines.End();
        return string.Equals(Write(request, facts), text, StringComparison.Ordinal)
            ? (request, facts)
            : throw new FormatException("A snapshot is not in its canonical form.");
    }
}
