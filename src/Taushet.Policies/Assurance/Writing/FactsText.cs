using System.Collections.Immutable;
using Taushet.Core.Consents;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Assurance.Writing;

/// <summary>Writes what the registers say, under the keys that cases use.</summary>
internal static class FactsText
{
    public static string Of(Facts facts) => YamlFlow.Map(
        ("dead", YamlFlow.Known(facts.Dead)),
        ("grading", YamlFlow.Known(facts.Grading, Codes<Grading>.Of)),
        ("care", YamlFlow.Known(facts.Care, Codes<CareSituation>.Of)),
        ("hidden_address", YamlFlow.Known(facts.HiddenAddress)),
        ("contact_ban", YamlFlow.Known(facts.ContactBan)),
        ("responsibility", YamlFlow.Known(facts.Responsibility, Codes<ParentalResponsibility>.Of)),
        ("consents", Records(facts.Consents, Consent)),
        ("objections", Records(facts.Objections, Objection)),
        ("secrecies", Records(facts.Secrecies, Secrecy)),
        ("standing_decisions", Records(facts.StandingDecisions, Decision)));

    private static string Records<T>(Known<ImmutableArray<T>> records, Func<T, string> write) =>
        !records.IsKnown ? "unreadable"
        : records.Value.IsEmpty ? "none"
        : YamlFlow.List(records.Value.Select(write));

    private static string Consent(ConsentFact consent) => YamlFlow.Map(
        ("area", Codes<ConsentArea>.Of(consent.Area)),
        ("givers", YamlFlow.List(consent.Givers.Select(giver => YamlFlow.Map(
            ("capacity", Codes<ConsentCapacity>.Of(giver.Capacity)),
            ("lives_with_child", YamlFlow.Yes(giver.LivesWithChild)))))),
        ("holders", YamlFlow.List(consent.Holders.Select(Party))),
        ("receivers", YamlFlow.List(consent.Receivers.Select(Party))),
        ("purposes", YamlFlow.List(consent.Purposes.ToList().Select(Codes<Purpose>.Of))),
        ("cells", YamlFlow.Cells(consent.Cells)),
        ("from", $"{consent.From:yyyy-MM-dd}"),
        ("to", $"{consent.To:yyyy-MM-dd}"),
        ("child_heard", YamlFlow.Yes(consent.ChildHeard)),
        ("child_against", YamlFlow.Yes(consent.ChildAgainst)));

    private static string Party(ConsentParty party) => YamlFlow.Map(
        ("service", Codes<Service>.Of(party.Service)),
        ("organisation", party.Organisation.Length == 0 ? null : $"\"{party.Organisation}\""));

    private static string Objection(ObjectionFact objection) => YamlFlow.Map(
        ("holder", Code(objection.Holder)),
        ("receiver", Code(objection.Receiver)),
        ("cells", YamlFlow.Cells(objection.Cells)));

    private static string Secrecy(SecrecyFact secrecy) => YamlFlow.Map(
        ("holder", Code(secrecy.Holder)),
        ("kept_from", Codes<Service>.Of(secrecy.KeptFrom)),
        ("cells", YamlFlow.Cells(secrecy.Cells)));

    private static string Decision(StandingDecisionFact decision) => YamlFlow.Map(
        ("receiver", Codes<Service>.Of(decision.Receiver)),
        ("purpose", Codes<Purpose>.Of(decision.Purpose)),
        ("cells", YamlFlow.Cells(decision.Cells)));

    private static string? Code(Service? service) => service is { } known ? Codes<Service>.Of(known) : null;
}
