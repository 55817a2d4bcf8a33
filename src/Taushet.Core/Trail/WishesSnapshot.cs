using System.Collections.Immutable;
using Taushet.Core.Consents;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Trail;

/// <summary>The lines of consents, objections, secrecies and standing decisions. Each list that is known begins with its length.</summary>
internal static class WishesSnapshot
{
    public static void Write(SnapshotLines lines, Facts facts)
    {
        WriteList(lines, "consents", facts.Consents, WriteConsent);
        WriteList(lines, "objections", facts.Objections, WriteObjection);
        WriteSecrecies(lines, facts);
        WriteList(lines, "standing-decisions", facts.StandingDecisions, WriteStanding);
    }

    public static Facts Read(SnapshotCursor lines, Facts facts)
    {
        var consents = ReadList(lines, "consents", ReadConsent);
        return facts with
        {
            Consents = consents,
            Objections = ReadList(lines, "objections", ReadObjection),
            Secrecies = ReadSecrecies(lines, consents.IsKnown),
            StandingDecisions = ReadList(lines, "standing-decisions", ReadStanding),
        };
    }

    // They come of the same reading as consents. Where they say no more than that (there are none, or nothing could be read) they
    // have no line, as in snapshots from before they were told apart from objections.
    private static void WriteSecrecies(SnapshotLines lines, Facts facts)
    {
        if (!facts.Secrecies.IsKnown)
        {
            if (facts.Consents.IsKnown)
            {
                lines.Begin("secrecies-unread").End();
            }
        }
        else if (!facts.Secrecies.Value.IsEmpty || !facts.Consents.IsKnown)
        {
            WriteList(lines, "secrecies", facts.Secrecies, WriteSecrecy);
        }
    }

    private static Known<ImmutableArray<SecrecyFact>> ReadSecrecies(SnapshotCursor lines, bool wishesRead)
    {
        var listed = ReadList(lines, "secrecies", ReadSecrecy);
        var implied = wishesRead && !lines.Take("secrecies-unread", out _);
        return listed.IsKnown || !implied ? listed : ImmutableArray<SecrecyFact>.Empty;
    }

    private static void WriteList<T>(
        SnapshotLines lines,
        string name,
        Known<ImmutableArray<T>> list,
        Action<SnapshotLines, T> write)
    {
        if (!list.IsKnown)
        {
            return;
        }

        lines.Begin(name).Number(list.Value.Length).End();
        foreach (var item in list.Value)
        {
            write(lines, item);
        }
    }

    private static Known<ImmutableArray<T>> ReadList<T>(SnapshotCursor lines, string name, Func<SnapshotCursor, T> read)
    {
        if (!lines.Take(name, out var head))
        {
            return Known<ImmutableArray<T>>.Unknown;
        }

        var count = head.Number();
        var items = ImmutableArray.CreateBuilder<T>();
        while (items.Count < count)
        {
            items.Add(read(lines));
        }

        return items.ToImmutable();
    }

    private static void WriteConsent(SnapshotLines lines, ConsentFact consent)
    {
        lines.Begin("consent").Id(consent.Id).Number(consent.Version).Member(consent.Area).Date(consent.From).Date(consent.To)
            .Hearing(consent.ChildHeard, consent.ChildAgainst).End();
        foreach (var giver in consent.Givers)
        {
            lines.Begin("giver").Member(giver.Capacity).Flag(giver.LivesWithChild).End();
        }

        WriteParties(lines, "from", consent.Holders);
        WriteParties(lines, "to", consent.Receivers);
        lines.Begin("for").Members(consent.Purposes).End();
        lines.Begin("cells").Cells(consent.Cells).End();
    }

    private static ConsentFact ReadConsent(SnapshotCursor lines)
    {
        var head = lines.Require("consent");
        var (id, version, area) = (head.Id(), head.Number(), head.Member<ConsentArea>());
        var (from, to, hearing) = (head.Date(), head.Date(), head.Hearing());
        return new ConsentFact
        {
            Id = id,
            Version = version,
            Area = area,
            From = from,
            To = to,
            ChildHeard = hearing.Heard,
            ChildAgainst = hearing.Against,
            Givers = ReadGivers(lines),
            Holders = ReadParties(lines, "from"),
            Receivers = ReadParties(lines, "to"),
            Purposes = lines.Require("for").Members<Purpose>(),
            Cells = lines.Require("cells").Cells(),
        };
    }

    private static ImmutableArray<ConsentGiver> ReadGivers(SnapshotCursor lines)
    {
        var givers = ImmutableArray.CreateBuilder<ConsentGiver>();
        while (lines.Take("giver", out var parts))
        {
            givers.Add(new ConsentGiver(parts.Member<ConsentCapacity>(), parts.Flag()));
        }

        return givers.ToImmutable();
    }

    private static void WriteParties(SnapshotLines lines, string name, ImmutableArray<ConsentParty> parties)
    {
        foreach (var party in parties)
        {
            lines.Begin(name).Member(party.Service).Text(party.Organisation).End();
        }
    }

    private static ImmutableArray<ConsentParty> ReadParties(SnapshotCursor lines, string name)
    {
        var parties = ImmutableArray.CreateBuilder<ConsentParty>();
        while (lines.Take(name, out var parts))
        {
            parties.Add(new ConsentParty(parts.Member<Service>(), parts.Text()));
        }

        return parties.ToImmutable();
    }

    private static void WriteObjection(SnapshotLines lines, ObjectionFact objection) =>
        lines.Begin("objection").Id(objection.Id).Number(objection.Version).Member(objection.Holder).Member(objection.Receiver)
            .Cells(objection.Cells).End();

    private static ObjectionFact ReadObjection(SnapshotCursor lines)
    {
        var parts = lines.Require("objection");
        return new ObjectionFact(
            parts.Id(),
            parts.Number(),
            parts.MemberOrNone<Service>(),
            parts.MemberOrNone<Service>(),
            parts.Cells());
    }

    private static void WriteSecrecy(SnapshotLines lines, SecrecyFact secrecy) =>
        lines.Begin("secrecy").Id(secrecy.Id).Number(secrecy.Version).Member(secrecy.Holder).Member(secrecy.KeptFrom)
            .Cells(secrecy.Cells).End();

    private static SecrecyFact ReadSecrecy(SnapshotCursor lines)
    {
        var parts = lines.Require("secrecy");
        return new SecrecyFact(
            parts.Id(),
            parts.Number(),
            parts.MemberOrNone<Service>(),
            parts.Member<Service>(),
            parts.Cells());
    }

    private static void WriteStanding(SnapshotLines lines, StandingDecisionFact decision) =>
        lines.Begin("standing-decision").Id(decision.Id).Number(decision.Version).Member(decision.Receiver)
            .Member(decision.Purpose).Cells(decision.Cells).End();

    private static StandingDecisionFact ReadStanding(SnapshotCursor lines)
    {
        var parts = lines.Require("standing-decision");
        return new StandingDecisionFact(
            parts.Id(),
            parts.Number(),
            parts.Member<Service>(),
            parts.Member<Purpose>(),
            parts.Cells());
    }
}
