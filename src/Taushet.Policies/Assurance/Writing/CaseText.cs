using System.Text;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Cases;

namespace Taushet.Policies.Assurance.Writing;

/// <summary>Writes a request with its facts as a case that <c>taushet policy test</c> runs.</summary>
public static class CaseText
{
    /// <summary>The case as YAML.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="title">What it shows, in one line.</param>
    /// <param name="request">The request.</param>
    /// <param name="facts">What the registers say.</param>
    /// <param name="expected">What must come out.</param>
    public static string Of(string id, string title, Request request, Facts facts, CaseExpectation expected)
    {
        var text = new StringBuilder();
        Line(text, $"- case: {id}");
        Line(text, $"  title: {Quoted(title)}");
        Line(text, $"  flow: {Codes<Flow>.Of(request.Flow)}");
        Line(text, $"  receiver: {Party(request.Receiver)}");
        Line(text, $"  holder: {Party(request.Holder)}");
        Line(text, $"  child: {YamlFlow.Map(("age", YamlFlow.Known(facts.Age)), ("unborn", request.Unborn ? "yes" : null))}");
        Line(text, $"  date: {request.LawDate:yyyy-MM-dd}");
        Line(text, $"  purpose: {YamlFlow.Known(request.Purpose, Codes<Purpose>.Of) ?? "unknown"}");
        Line(text, $"  bases: {YamlFlow.List(request.Asserted.ToList().Select(Codes<Basis>.Of))}");
        Line(text, $"  evidence: {EvidenceText.Of(request.Evidence)}");
        Line(text, $"  facts: {FactsText.Of(facts)}");
        Line(text, $"  needed: {Needs(request.Needs)}");
        Line(text, $"  expect: {Expectation(expected)}");
        return text.ToString();
    }

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');

    private static string Quoted(string words) => $"\"{words.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";

    private static string Party(PartyRef party) => YamlFlow.Map(
        ("service", Codes<Service>.Of(party.Service)),
        ("form", YamlFlow.Known(party.Form, Codes<ServiceForm>.Of)),
        ("organisation", party.Organisation.Length == 0 ? null : $"\"{party.Organisation}\""));

    private static string Needs(NeedList needs) => YamlFlow.Map(
        [
            .. Codes<Need>.Members.Select(need => (Codes<Need>.Of(need), YamlFlow.SomeCells(needs.For(need)))),
            ("unstated", YamlFlow.SomeCells(needs.Unspecified)),
        ]);

    private static string Expectation(CaseExpectation expected) => YamlFlow.Map(
        ("MUST", YamlFlow.SomeCells(expected.Must)),
        ("MAY_ON_REQUEST", YamlFlow.SomeCells(expected.MayOnRequest)),
        ("MAY_BY_HOLDER", YamlFlow.SomeCells(expected.MayByHolder)),
        ("ROUTE_TO_HUMAN", YamlFlow.SomeCells(expected.RouteToHuman)),
        ("relevant", YamlFlow.SomeCells(expected.Relevant)),
        ("by_hand", YamlFlow.SomeCells(expected.ByHand - expected.ByHandInSilence)),
        ("by_hand_in_silence", YamlFlow.SomeCells(expected.ByHandInSilence)));
}
