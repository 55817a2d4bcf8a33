using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Trail;

/// <summary>The lines of a request, but for its evidence.</summary>
internal static class RequestSnapshot
{
    public static void Write(SnapshotLines lines, Request request)
    {
        lines.Begin("flow").Member(request.Flow).End();
        Write(lines, "receiver", request.Receiver);
        Write(lines, "holder", request.Holder);
        lines.Begin("law-date").Date(request.LawDate).End();
        lines.Begin("purpose").Member(request.Purpose).End();
        lines.Begin("unborn").Flag(request.Unborn).End();
        lines.Begin("bases").Members(request.Asserted).End();
        WriteNeeds(lines, request.Needs);
    }

    public static Request Read(SnapshotCursor lines) => new()
    {
        Flow = lines.Require("flow").Member<Flow>(),
        Receiver = ReadParty(lines.Require("receiver")),
        Holder = ReadParty(lines.Require("holder")),
        LawDate = lines.Require("law-date").Date(),
        Purpose = lines.Require("purpose").KnownMember<Purpose>(),
        Unborn = lines.Require("unborn").Flag(),
        Asserted = lines.Require("bases").Members<Basis>(),
        Needs = ReadNeeds(lines),
    };

    private static void Write(SnapshotLines lines, string name, PartyRef party) =>
        lines.Begin(name).Member(party.Service).Member(party.Form).Text(party.Organisation).Text(party.Unit).End();

    private static PartyRef ReadParty(SnapshotParts parts)
    {
        var service = parts.Member<Service>();
        var form = parts.KnownMember<ServiceForm>();
        return new PartyRef(parts.Text(), parts.Text(), service, form);
    }

    private static void WriteNeeds(SnapshotLines lines, NeedList needs)
    {
        foreach (var need in Codes<Need>.Members)
        {
            if (!needs.For(need).IsEmpty)
            {
                lines.Begin("need").Member(need).Cells(needs.For(need)).End();
            }
        }

        if (!needs.Unspecified.IsEmpty)
        {
            lines.Begin("included").Cells(needs.Unspecified).End();
        }
    }

    private static NeedList ReadNeeds(SnapshotCursor lines)
    {
        var stated = new List<(Need, CellSet)>();
        while (lines.Take("need", out var parts))
        {
            stated.Add((parts.Member<Need>(), parts.Cells()));
        }

        return new NeedList(stated, lines.Take("included", out var included) ? included.Cells() : default);
    }
}
