using System.Collections.Immutable;
using Taushet.Core.Consents;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;

namespace Taushet.Storage.SqlServer.Tables;

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

    public static async Task WriteAsync(RegisterWrite write, byte[] subject, WishEvent wish, WishTerms terms)
    {
        await write.ExecuteAsync(
            Insert,
            new TypedParameters()
                .Id("@id", wish.Wish)
                .Fixed("@subject", subject, Limits.Hash)
                .Number("@kind", StoredForms.Member(wish.Kind))
                .Number("@area", StoredForms.Member(terms.Area))
                .Fixed("@cells", StoredForms.Cells(terms.Cells), Limits.Cells)
                .Long("@purposes", StoredForms.Members(terms.Purposes))
                .Number("@from", StoredForms.Day(terms.From))
                .Number("@to", StoredForms.Day(terms.To))
                .Number("@form", StoredForms.Member(terms.Form))
                .Text("@text", terms.InformationTextVersion, Limits.Reference)
                .Number("@heard", StoredForms.Day(terms.ChildHeard))
                .Number("@view", StoredForms.Member(terms.ChildView))
                .Fixed("@replaces", terms.Replaces is { } replaced ? StoredForms.Id(replaced) : null, Limits.Id)
                .Code("@recorder", terms.Recorder, Limits.Organisation));
        await WritePartiesAsync(write, wish.Wish, HolderSide, terms.Holders);
        await WritePartiesAsync(write, wish.Wish, ReceiverSide, terms.Receivers);
    }

    /// <summary>Whose wish it is and what kind, or null when there is none.</summary>
    public static async Task<(byte[] Subject, WishKind Kind)?> FindAsync(RegisterWrite write, Guid id) =>
        await write.SingleOrDefaultAsync<(byte[]? Subject, int Kind)>(Select, new TypedParameters().Id("@id", id)) is
            ({ } subject, var kind)
            ? (subject, StoredForms.Member<WishKind>(kind))
            : null;

    public static Task MoveAsync(RegisterWrite write, byte[] former, byte[] current) =>
        write.ExecuteAsync(
            Rekey,
            new TypedParameters().Fixed("@former", former, Limits.Hash).Fixed("@current", current, Limits.Hash));

    private static async Task WritePartiesAsync(RegisterWrite write, Guid wish, int side, ImmutableArray<ConsentParty> parties)
    {
        for (var ordinal = 0; ordinal < parties.Length; ordinal++)
        {
            await write.ExecuteAsync(
                InsertParty,
                new TypedParameters()
                    .Id("@wish", wish)
                    .Number("@side", side)
                    .Number("@ordinal", ordinal)
                    .Number("@service", StoredForms.Member(parties[ordinal].Service))
                    .Code("@organisation", parties[ordinal].Organisation, Limits.Organisation));
        }
    }
}
