using System.Globalization;
using System.Text;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Disclose;
using Taushet.Gateway.Release;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Orders;

/// <summary>An order on the wire, as evidence, and in its entry.</summary>
internal static class OrderForms
{
    /// <summary>What is kept of a registration: its terms and who ordered. Never the child.</summary>
    public static byte[] Content(Wire.RegisterOrderRequest asked) =>
        new Wire.RegisterOrderRequest { Terms = asked.Terms, OrderedBy = asked.OrderedBy }.ToByteArray();

    /// <summary>The terms of a stored order; of one that has been destroyed what its columns still tell.</summary>
    public static Wire.OrderTerms TermsOf(StoredOrder order) =>
        Wire.RegisterOrderRequest.Parser.ParseFrom(order.Row.Content.Span).Terms ?? new Wire.OrderTerms
        {
            Addressee = PartyForms.Of(order.Row.Addressee),
            FromDate = OrderCheck.TextOf(order.Row.From),
            ToDate = OrderCheck.TextOf(order.Row.To),
        };

    /// <summary>The order as a decision reads it.</summary>
    public static RegisteredOrder Read(StoredOrder order)
    {
        var terms = TermsOf(order);
        return new RegisteredOrder(
            (Basis)(int)terms.Basis,
            terms.CaseType == Wire.OrderCase.Unspecified ? Known<OrderCase>.Unknown : (OrderCase)(int)terms.CaseType,
            ScopeOf(terms),
            terms.HasAvoidsSeriousSituation ? terms.AvoidsSeriousSituation : Known<bool>.Unknown,
            terms.HasStatesPurpose ? terms.StatesPurpose : Known<bool>.Unknown,
            terms.HasStatesLegalBasis ? terms.StatesLegalBasis : Known<bool>.Unknown,
            terms.HasStatesComplaint ? terms.StatesComplaint : Known<bool>.Unknown);
    }

    /// <summary>What an order asks for, categories widened.</summary>
    public static CellSet ScopeOf(Wire.OrderTerms terms) =>
        CellCategories.WithTopics([.. terms.Scope.Select(cell => (Cell)(int)cell)]);

    /// <summary>The order to one of its parties: only the issuer is told who informed the parties, and why not.</summary>
    public static Wire.RegisteredOrder Of(StoredOrder order, bool toIssuer)
    {
        var notice = order.NoticeContent is { } content && toIssuer
            ? Wire.OrderNotice.Parser.ParseFrom(content.Span)
            : new Wire.OrderNotice();
        notice.State = (Wire.OrderNoticeState)(int)order.Notice;
        notice.At = order.NoticeAt is { } at && toIssuer ? Timestamp.FromDateTimeOffset(at) : null;
        return new Wire.RegisteredOrder
        {
            Id = WireIds.Of(order.Row.Id),
            Issuer = PartyForms.Of(order.Row.Issuer),
            Terms = TermsOf(order),
            Version = (uint)order.Version,
            RegisteredAt = Timestamp.FromDateTimeOffset(order.Row.RegisteredAt),
            WithdrawnAt = order.WithdrawnAt is { } withdrawn ? Timestamp.FromDateTimeOffset(withdrawn) : null,
            Notice = notice,
            EntryId = WireIds.Of(order.Entry),
            Destroyed = order.Destroyed,
        };
    }

    /// <summary>What was done, in codes, as its entry keeps it. Necessity and reasons are not part of it.</summary>
    public static string Text(string done, Guid id, int version, Wire.OrderTerms terms)
    {
        var text = new StringBuilder(256);
        text.Append("order.v1\n").Append(done).Append('\n');
        text.Append("id ").Append(id.ToString("N")).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"version {version}\n");
        text.Append("basis ").Append(Codes<Basis>.Of((Basis)(int)terms.Basis)).Append('\n');
        text.Append("case ").Append(terms.CaseType == Wire.OrderCase.Unspecified
            ? "-"
            : Codes<OrderCase>.Of((OrderCase)(int)terms.CaseType)).Append('\n');
        text.Append("scope ").Append(ScopeOf(terms)).Append('\n');
        text.Append("from ").Append(terms.FromDate).Append('\n');
        text.Append("to ").Append(terms.ToDate).Append('\n');
        return text.Append("reference ").Append(terms.Reference).Append('\n').ToString();
    }
}
