using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Taushet.V1;

namespace Taushet.Demo.Sectors;

/// <summary>
/// The signs and signals that the staff of one organisation have noted of children, in the guideline's five categories: its sector system
/// keeps them, and a report takes them along as they were noted. A page is written to its file before it counts as noted.
/// </summary>
/// <param name="file">The book's file; made when there is none.</param>
internal sealed class ObservationBook(string file)
{
    private readonly Lock held = new();

    /// <summary>Notes what was seen or heard.</summary>
    /// <param name="child">The child's national identity number.</param>
    /// <param name="observation">What, in which category, when, where, what went on around it, and who saw it. Its id is the book's.</param>
    /// <returns>The observation with its id.</returns>
    /// <exception cref="ArgumentException">A category, a time, a description or an observer is lacking.</exception>
    public Observation Note(string child, Observation observation)
    {
        if (observation is { Category: ObservationCategory.Unspecified } or { ObservedAt: null } or { HasDescription: false }
            or { Observer: null })
        {
            throw new ArgumentException("An observation says what was seen, in which category, when and by whom.", nameof(observation));
        }

        var noted = observation.Clone();
        noted.ObservationId = ByteString.CopyFrom(Guid.CreateVersion7().ToByteArray(bigEndian: true));
        lock (held)
        {
            using var page = new FileStream(file, FileMode.Append, FileAccess.Write);
            new StringValue { Value = child }.WriteDelimitedTo(page);
            noted.WriteDelimitedTo(page);
            page.Flush(flushToDisk: true);
        }

        return noted;
    }

    /// <summary>What has been noted of a child, in the order in which it was seen.</summary>
    public IReadOnlyList<Observation> Of(string child)
    {
        lock (held)
        {
            return [.. Pages().Where(page => page.Child == child).Select(page => page.Noted).OrderBy(noted => noted.ObservedAt.ToDateTimeOffset())];
        }
    }

    /// <summary>Finds an observation again by the id that a report carries; null when it is not of this book.</summary>
    public Observation? Find(ByteString id)
    {
        lock (held)
        {
            return Pages().Select(page => page.Noted).FirstOrDefault(noted => noted.ObservationId.Equals(id));
        }
    }

    private List<(string Child, Observation Noted)> Pages()
    {
        var pages = new List<(string, Observation)>();
        if (!File.Exists(file))
        {
            return pages;
        }

        using var book = File.OpenRead(file);
        while (book.Position < book.Length)
        {
            pages.Add((StringValue.Parser.ParseDelimitedFrom(book).Value, Observation.Parser.ParseDelimitedFrom(book)));
        }

        return pages;
    }
}
