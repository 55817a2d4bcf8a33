using System.Collections.Frozen;
using Google.Protobuf.Collections;
using Taushet.Core.Policies;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Release;

/// <summary>The wire forms of the rule book's citations, made once.</summary>
internal sealed class RuleForms
{
    private readonly FrozenDictionary<Citation, Wire.Citation> forms;

    /// <summary>Makes the forms of a rule book.</summary>
    public RuleForms(PolicySet policies) =>
        forms = policies.Rules
            .SelectMany(rule => rule.Citations)
            .Distinct(ReferenceEqualityComparer.Instance)
            .Cast<Citation>()
            .ToFrozenDictionary<Citation, Citation, Wire.Citation>(citation => citation, Form, ReferenceEqualityComparer.Instance);

    /// <summary>Adds citations in their order.</summary>
    public void AddTo(RepeatedField<Wire.Citation> target, IEnumerable<Citation> citations)
    {
        foreach (var citation in citations)
        {
            target.Add(forms.TryGetValue(citation, out var form) ? form : Form(citation));
        }
    }

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
}
