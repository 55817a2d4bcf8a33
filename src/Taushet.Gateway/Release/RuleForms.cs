using System.Collections.Frozen;
using Google.Protobuf.Collections;
using Taushet.Core.Policies;
using Taushet.Gateway.Law;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Release;

/// <summary>The wire forms of the citations of the rule book in use, made once for each book.</summary>
internal sealed class RuleForms(RunningLaw law)
{
    private Made made = Make(law.Policies);

    /// <summary>Adds citations in their order.</summary>
    public void AddTo(RepeatedField<Wire.Citation> target, IEnumerable<Citation> citations)
    {
        var forms = Current();
        foreach (var citation in citations)
        {
            target.Add(forms.TryGetValue(citation, out var form) ? form : Form(citation));
        }
    }

    private FrozenDictionary<Citation, Wire.Citation> Current()
    {
        var now = law.Policies;
        var present = Volatile.Read(ref made);
        if (!ReferenceEquals(present.Policies, now))
        {
            present = Make(now);
            Volatile.Write(ref made, present);
        }

        return present.Forms;
    }

    private static Made Make(PolicySet policies) => new(
        policies,
        policies.Rules
            .SelectMany(rule => rule.Citations)
            .Distinct(ReferenceEqualityComparer.Instance)
            .Cast<Citation>()
            .ToFrozenDictionary<Citation, Citation, Wire.Citation>(citation => citation, Form, ReferenceEqualityComparer.Instance));

    private static Wire.Citation Form(Citation citation) => new()
    {
        Act = citation.Act,
        LovdataId = citation.LovdataId,
        Section = citation.Section,
        Paragraph = (uint)citation.Paragraph,
        Letter = citation.Letter,
        Number = (uint)citation.Number,
        Sentence = (uint)citation.Sentence,
    };

    private sealed record Made(PolicySet Policies, FrozenDictionary<Citation, Wire.Citation> Forms);
}
