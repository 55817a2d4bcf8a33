using Dapper;
using Microsoft.Data.Sqlite;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Sqlite.Tables;

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
    public static int VersionOf(SqliteConnection connection, Guid wish) =>
        connection.ExecuteScalar<int>(SelectVersion, new { wish = StoredForms.Id(wish) });

    /// <summary>Appends an event.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="version">The version this event makes.</param>
    /// <param name="wish">The event.</param>
    /// <param name="mark">The giver's mark, or null for one without a number.</param>
    /// <param name="number">The giver's number under the giver's key, or null.</param>
    public static void Write(SqliteConnection connection, int version, WishEvent wish, byte[]? mark, byte[]? number) =>
        connection.Execute(
            Insert,
            new
            {
                wish = StoredForms.Id(wish.Wish),
                version,
                happened = StoredForms.Member(wish.Event),
                capacity = StoredForms.Member(wish.Giver?.Capacity),
                lives = wish.Giver?.LivesWithChild,
                mark,
                number,
                at = StoredForms.Micros(wish.At),
                recordedBy = wish.RecordedBy,
                evidence = wish.EvidenceReference,
                proof = StoredForms.Member(wish.Proof),
                read = wish.TextVersion,
                under = wish.CompleteUnder,
            });
}
