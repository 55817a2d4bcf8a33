using System.Globalization;
using System.Text;
using Taushet.Core.Consents;
using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Holder;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Consent;

/// <summary>What entries tell of wishes. The public part names the recorder and the other side; the rest is the recorder's.</summary>
internal static class WishActs
{
    /// <summary>The act of an event on a wish.</summary>
    public static HolderAct OfEvent(EntryKind kind, WishRecord after, AdmittedWish by) =>
        new(kind, by.Acting, Other(after.Terms, by.Acting), Purpose(after.Terms), by.Subject, by.Employee, Text(after));

    /// <summary>The act of reading.</summary>
    public static HolderAct OfReading(EntryKind kind, IEnumerable<WishRecord> read, AdmittedWish by)
    {
        var text = new StringBuilder("wishes-read.v1\n");
        foreach (var record in read)
        {
            text.Append(CultureInfo.InvariantCulture, $"wish {record.Id:N} {record.Version}\n");
        }

        return new HolderAct(kind, by.Acting, by.Acting, Known<Purpose>.Unknown, by.Subject, by.Employee, text.ToString());
    }

    /// <summary>The act of the gateway itself, which marks what has ended.</summary>
    public static HolderAct OfMark(WishRecord after, SubjectKey subject)
    {
        var recorder = WishAdmission.RecorderIn(after.Terms.Recorder) ?? Party(after.Terms.Holders);
        return new HolderAct(
            EntryKind.WishEnded,
            recorder,
            Other(after.Terms, recorder),
            Purpose(after.Terms),
            subject,
            new Wire.ActingPerson { Reference = "gateway", Role = "marking" },
            Text(after));
    }

    private static PartyRef Other(WishTerms terms, PartyRef acting)
    {
        var holds = terms.Holders.Any(party => party.Service == acting.Service);
        var others = holds ? terms.Receivers : terms.Holders;
        return others.IsEmpty || PersonsAlone(others) ? acting : Party(others);
    }

    private static bool PersonsAlone(IEnumerable<ConsentParty> parties) =>
        parties.All(party => Receive.PartyCheck.IsNoService(party.Service));

    private static PartyRef Party(IReadOnlyList<ConsentParty> parties) => parties.Count == 0
        ? new PartyRef(string.Empty, string.Empty, Service.PrivatePerson, Known<ServiceForm>.Unknown)
        : new PartyRef(parties[0].Organisation, string.Empty, parties[0].Service, Known<ServiceForm>.Unknown);

    private static Known<Purpose> Purpose(WishTerms terms) =>
        terms.Purposes.IsEmpty ? Known<Purpose>.Unknown : terms.Purposes.ToList().First();

    private static string Text(WishRecord after)
    {
        var (terms, last) = (after.Terms, after.Events[^1]);
        var text = new StringBuilder(512);
        text.Append("wish.v1\n");
        text.Append(CultureInfo.InvariantCulture, $"wish {after.Id:N} {after.Version}\n");
        text.Append("kind ").Append(Codes<WishKind>.Of(after.Kind)).Append('\n');
        text.Append("event ").Append(Codes<ConsentEventKind>.Of(last.Event)).Append('\n');
        if (last.Giver is { } giver)
        {
            text.Append("giver ").Append(Codes<ConsentCapacity>.Of(giver.Capacity)).Append('\n');
        }

        text.Append("area ").Append(Codes<ConsentArea>.Of(terms.Area)).Append('\n');
        Parties(text, "from", terms.Holders);
        Parties(text, "to", terms.Receivers);
        text.Append("cells ").Append(terms.Cells).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"period {terms.From:yyyy-MM-dd} {terms.To:yyyy-MM-dd}\n");
        text.Append("complete-under ").Append(last.CompleteUnder ?? "-").Append('\n');
        if (last.Proof is { } proof)
        {
            text.Append("proof ").Append(Codes<ConsentProof>.Of(proof)).Append(' ').Append(last.EvidenceReference).Append('\n');
            text.Append("information-text ").Append(last.TextVersion).Append('\n');
        }

        return text.ToString();
    }

    private static void Parties(StringBuilder text, string name, IEnumerable<ConsentParty> parties)
    {
        foreach (var party in parties)
        {
            text.Append(name).Append(' ').Append(Codes<Service>.Of(party.Service)).Append(' ').Append(party.Organisation).Append('\n');
        }
    }
}
