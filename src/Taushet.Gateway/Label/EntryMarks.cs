using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Receive;
using Mark = Taushet.Core.Vocabulary.Label;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Label;

/// <summary>What the holder has marked on one entry. Marks only narrow.</summary>
internal readonly struct EntryMarks
{
    private readonly MemberSet<Mark> labels;
    private readonly MemberSet<Need> relevantFor;

    private EntryMarks(MemberSet<Mark> labels, MemberSet<Need> relevantFor, bool unknown)
    {
        this.labels = labels;
        this.relevantFor = relevantFor;
        Unknown = unknown;
    }

    /// <summary>Whether a mark is not known here: a newer schema may narrow by it, so that the entry stays.</summary>
    public bool Unknown { get; }

    /// <summary>Reads an entry's labels; none when they are absent.</summary>
    public static EntryMarks Of(Wire.EntryLabels? marks)
    {
        if (marks is null)
        {
            return default;
        }

        var standing = default(MemberSet<Mark>);
        var unknown = false;
        foreach (var label in marks.Labels)
        {
            unknown |= label != Wire.Label.Unspecified && !Members<Mark>.Has((int)label);
            standing |= Members<Mark>.Has((int)label) ? MemberSet<Mark>.Of((Mark)(int)label) : default;
        }

        var needs = default(MemberSet<Need>);
        foreach (var need in marks.RelevantFor)
        {
            needs |= Members<Need>.Has((int)need) ? MemberSet<Need>.Of((Need)(int)need) : default;
        }

        standing |= marks.ConcernsReferences.Count > 0 ? MemberSet<Mark>.Of(Mark.ConcernsOtherPerson) : default;
        return new EntryMarks(standing, needs, unknown);
    }

    /// <summary>The same marks and one more, which the sender's bringing the entry says.</summary>
    public EntryMarks With(Mark label) => new(labels | MemberSet<Mark>.Of(label), relevantFor, Unknown);

    /// <summary>Whether the label stands on the entry.</summary>
    public bool Has(Mark label) => labels.Contains(label);

    /// <summary>Whether the entry is marked relevant for a need for which the cell is listed.</summary>
    public bool IsRelevant(Cell cell, NeedList needs)
    {
        if (Has(Mark.Relevant))
        {
            return true;
        }

        for (var need = 1; need < 64 && relevantFor.Bits >> need != 0; need++)
        {
            if (relevantFor.Contains((Need)need) && needs.For((Need)need).Contains(cell))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The labels that travel with the entry to the receiver, or null when none does.</summary>
    public Wire.EntryLabels? Travelling()
    {
        if (!Has(Mark.Unverified) && !Has(Mark.WithheldFromGuardians))
        {
            return null;
        }

        var travelling = new Wire.EntryLabels();
        if (Has(Mark.WithheldFromGuardians))
        {
            travelling.Labels.Add(Wire.Label.WithheldFromGuardians);
        }

        if (Has(Mark.Unverified))
        {
            travelling.Labels.Add(Wire.Label.Unverified);
        }

        return travelling;
    }
}
