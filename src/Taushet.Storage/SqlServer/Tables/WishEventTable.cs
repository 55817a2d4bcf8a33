using Taushet.Storage.Ports;

namespace Taushet.Storage.SqlServer.Tables;

/// <summary>What happened to consents, objections and secrecies: appended only.</summary>
internal static class WishEventTable
{
    private const string Insert = """
        INSERT INTO wish_event (
            wish, version, event, giver_capacity, giver_lives, giver_mark, giver_number, happened_at, recorded_by,
            evidence_reference, proof, text_version, complete_under)
        VALUES (
            @wish, @version, @happened, @capacity, @lives, @mark, @number, @at, @recordedBy, @evidence, @proof, @read,
            @under)
        """;

    private const string SelectVersion = "SELECT coalesce(max(version), 0) FROM wish_event WHERE wish = @wish";

    /// <summary>The number of events on a wish.</summary>
    public static Task<int> VersionOfAsync(RegisterWrite write, Guid wish) =>
        write.ScalarAsync<int>(SelectVersion, new TypedParameters().Id("@wish", wish));

    /// <summary>Appends an event.</summary>
    /// <param name="write">The transaction.</param>
    /// <param name="version">The version this event makes.</param>
    /// <param name="wish">The event.</param>
    /// <param name="mark">The giver's mark, or null for one without a number.</param>
    /// <param name="number">The giver's number under the giver's key, or null.</param>
    public static Task WriteAsync(RegisterWrite write, int version, WishEvent wish, byte[]? mark, byte[]? number) =>
        write.ExecuteAsync(
            Insert,
            new TypedParameters()
                .Id("@wish", wish.Wish)
                .Number("@version", version)
                .Number("@happened", StoredForms.Member(wish.Event))
                .Number("@capacity", StoredForms.Member(wish.Giver?.Capacity))
                .Bit("@lives", wish.Giver?.LivesWithChild)
                .Fixed("@mark", mark, Limits.Hash)
                .Bytes("@number", number, Limits.Wrapped)
                .Long("@at", StoredForms.Micros(wish.At))
                .Text("@recordedBy", wish.RecordedBy, Limits.Reference)
                .Text("@evidence", wish.EvidenceReference, Limits.Reference)
                .Number("@proof", StoredForms.Member(wish.Proof))
                .Text("@read", wish.TextVersion, Limits.Reference)
                .CodeOrNull("@under", wish.CompleteUnder, Limits.Rule));
}
