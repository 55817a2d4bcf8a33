using System.Collections.Immutable;
using Dapper;
using Microsoft.Data.Sqlite;
using Taushet.Core.Consents;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Sqlite.Tables;

/// <summary>The terms of consents, objections and secrecies: written once.</summary>
internal static class WishTable
{
    private const string Insert = """
        INSERT INTO wish (
            id, subject, kind, area, cells, purposes, from_day, to_day, form, information_text_version, child_heard_day,
            child_view, replaces, recorder)
        VALUES (
            @id, @subject, @kind, @area, @cells, @purposes, @from, @to, @form, @text, @heard, @view, @replaces, @recorder)
        """;

    private const string InsertParty = """
        INSERT INTO wish_party (wish, side, ordinal, service, organisation)
        VALUES (@wish, @side, @ordinal, @service, @organisation)
        """;

    private const string Select = "SELECT subject, kind FROM wish WHERE id = @id";

    private const string Rekey = "UPDATE wish SET subject = @current WHERE subject = @former";

    private const int HolderSide = 1;
    private const int ReceiverSide = 2;

    public static void Write(SqliteConnection connection, byte[] subject, WishEvent wish, WishTerms terms)
    {
        connection.Execute(
            Insert,
            new
            {
                id = StoredForms.Id(wish.Wish),
                subject,
                kind = StoredForms.Member(wish.Kind),
                area = StoredForms.Member(terms.Area),
                cells = StoredForms.Cells(terms.Cells),
                purposes = StoredForms.Members(terms.Purposes),
                from = StoredForms.Day(terms.From),
                to = StoredForms.Day(terms.To),
                form = StoredForms.Member(terms.Form),
                text = terms.InformationTextVersion,
                heard = StoredForms.Day(terms.ChildHeard),
                view = StoredForms.Member(terms.ChildView),
                replaces = terms.Replaces is { } replaced ? StoredForms.Id(replaced) : null,
                recorder = terms.Recorder,
            });
        WriteParties(connection, wish.Wish, HolderSide, terms.Holders);
        WriteParties(connection, wish.Wish, ReceiverSide, terms.Receivers);
    }

    /// <summary>Whose wish it is and what kind, or null when there is none.</summary>
    public static (byte[] Subject, WishKind Kind)? Find(SqliteConnection connection, Guid id) =>
        connection.QuerySingleOrDefault<(byte[]? Subject, long Kind)>(Select, new { id = StoredForms.Id(id) }) is
            ({ } subject, var kind)
            ? (subject, StoredForms.Member<WishKind>(kind))
            : null;

    public static void Move(SqliteConnection connection, byte[] former, byte[] current) =>
        connection.Execute(Rekey, new { former, current });

    private static void WriteParties(SqliteConnection connection, Guid wish, int side, ImmutableArray<ConsentParty> parties)
    {
        for (var ordinal = 0; ordinal < parties.Length; ordinal++)
        {
            connection.Execute(
                InsertParty,
                new
                {
                    wish = StoredForms.Id(wish),
                    side,
                    ordinal,
                    service = StoredForms.Member(parties[ordinal].Service),
                    organisation = parties[ordinal].Organisation,
                });
        }
    }
}
