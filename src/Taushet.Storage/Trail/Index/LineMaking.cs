using System.Globalization;
using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Core.Trail.Reading;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Trail.Index;

/// <summary>Says what an entry is found by.</summary>
internal sealed class LineMaking(IndexKeys keys)
{
    private const int OfAge = 18;

    private static readonly MemberSet<Basis> Emergencies = MemberSet<Basis>.Of(
        Basis.EmergencyNotice,
        Basis.DutyToAvert,
        Basis.DangerToLifeOrHealth,
        Basis.Necessity);

    /// <summary>Makes the line of an entry.</summary>
    /// <param name="row">The entry.</param>
    /// <param name="leafHash">Its stored leaf hash.</param>
    /// <param name="holder">The opened holder part, or null.</param>
    /// <param name="part">The opened sealed part, or null when its key is gone.</param>
    public IndexLine Of(EntryRow row, byte[] leafHash, HolderPart? holder, SealedPart? part)
    {
        var details = Details(holder, part);
        return new IndexLine(row, leafHash, details, Keys(row, details));
    }

    /// <summary>What an entry stands under because of its sealed part: what must go when its key is destroyed.</summary>
    public IReadOnlyCollection<IndexKey> Traces(IndexedEntry entry)
    {
        var part = entry.Public;
        var traces = new HashSet<IndexKey> { IndexKeys.Subject(entry.Subject.Span) };
        traces.UnionWith(IndexKeys.Marks.Where(mark => mark != IndexedMarks.ByHand).Select(mark => keys.Mark(part.Holder.Organisation, mark)));
        AddActing(traces, part, entry.Details);
        return traces;
    }

    /// <summary>What is left of an entry's details when its key has been destroyed: what the holder part tells.</summary>
    public static IndexedDetails Left(IndexedDetails details) => new()
    {
        Outcomes = details.Outcomes,
        Rules = details.Rules,
        Marks = (details.Marks & IndexedMarks.ByHand) | IndexedMarks.Unlinked,
    };

    /// <summary>The organisation whose employee acted: the receiver's in a pull, else the holder's.</summary>
    public static string ActingOrganisation(PublicPart part) =>
        (part.Flow == Flow.Pull ? part.Receiver : part.Holder).Organisation;

    private static IndexedDetails Details(HolderPart? holder, SealedPart? part)
    {
        var decision = holder is null ? RecordedDecision.None : RecordedDecision.Read(holder.Decision);
        var marks = part is null ? IndexedMarks.Unlinked : MarksOf(part);
        var acting = part?.ActingPerson.Split('\n', 3) ?? [];
        return new IndexedDetails
        {
            Outcomes = decision.Outcomes,
            Rules = [.. decision.Rules.Where(rule => !rule.Near).Select(rule => rule.Id).Distinct(StringComparer.Ordinal)],
            Marks = decision.ByHand.IsEmpty ? marks : marks | IndexedMarks.ByHand,
            Person = acting.Length > 0 ? acting[0] : string.Empty,
            Role = acting.Length > 1 ? acting[1] : string.Empty,
            Case = part?.CaseReference ?? string.Empty,
        };
    }

    private static IndexedMarks MarksOf(SealedPart part)
    {
        var snapshot = part.Snapshot;
        var grading = After(snapshot, "\ngrading ");
        var graded = Codes<Grading>.TryParse(grading, out var member) && member >= Grading.Confidential;
        var ended = After(snapshot, "\ndead ") is "yes"
            || (int.TryParse(After(snapshot, "\nage "), NumberStyles.None, CultureInfo.InvariantCulture, out var age) && age >= OfAge);
        return (graded || After(snapshot, "\nhidden-address ") is "yes" ? IndexedMarks.GradedAddress : IndexedMarks.None)
            | (ended ? IndexedMarks.AfterEnd : IndexedMarks.None)
            | (part.ActingPerson.EndsWith(SealedPart.FamilyLine, StringComparison.Ordinal) ? IndexedMarks.OwnFamily : IndexedMarks.None);
    }

    // The rest of the line that begins so; empty when there is none.
    private static ReadOnlySpan<char> After(string text, string begins)
    {
        var at = text.IndexOf(begins, StringComparison.Ordinal);
        var rest = at < 0 ? default : text.AsSpan(at + begins.Length);
        var end = rest.IndexOf('\n');
        return end < 0 ? rest : rest[..end];
    }

    private HashSet<IndexKey> Keys(EntryRow row, IndexedDetails details)
    {
        var part = row.Public;
        var holder = part.Holder.Organisation;
        var found = new HashSet<IndexKey>
        {
            IndexKeys.Request(part.RequestId),
        };
        if (!details.Marks.HasFlag(IndexedMarks.Unlinked))
        {
            found.Add(IndexKeys.Subject(row.Subject.Span));
        }

        foreach (var party in (ReadOnlySpan<PartyRef>)[part.Receiver, part.Holder])
        {
            if (party.Organisation.Length > 0)
            {
                AddParty(found, part, party);
            }
        }

        foreach (var rule in details.Rules)
        {
            found.Add(keys.Rule(holder, rule));
        }

        foreach (var mark in IndexKeys.Marks)
        {
            if (details.Marks.HasFlag(mark))
            {
                found.Add(keys.Mark(holder, mark));
            }
        }

        AddActing(found, part, details);
        return found;
    }

    private void AddParty(HashSet<IndexKey> found, PublicPart part, PartyRef party)
    {
        found.Add(keys.Party(party.Organisation, party.Service));
        if (part.Bases.Meets(Emergencies))
        {
            found.Add(keys.Emergency(party.Organisation));
        }

        if (part.Kind is not (EntryKind.Request or EntryKind.Preview or EntryKind.Assess))
        {
            found.Add(keys.Kind(party.Organisation, part.Kind));
        }
    }

    private void AddActing(HashSet<IndexKey> found, PublicPart part, IndexedDetails details)
    {
        var acting = ActingOrganisation(part);
        if (details.Person.Length > 0)
        {
            found.Add(keys.Person(acting, details.Person));
        }

        if (details.Case.Length > 0)
        {
            found.Add(keys.Case(acting, details.Case));
        }
    }
}
