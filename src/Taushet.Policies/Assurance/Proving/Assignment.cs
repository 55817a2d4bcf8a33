using System.Globalization;
using System.Numerics;
using Taushet.Core.Consents;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Assurance.Proving;

/// <summary>A request with facts as values of the inputs: what a model is read from, the other way.</summary>
internal sealed class Assignment
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    public Assignment(Request request, Facts facts)
    {
        foreach (var (name, sort) in Inputs.All)
        {
            values[name] = sort == "Bool" ? Term.False : $"(_ bv0 {sort.Split(' ')[2].TrimEnd(')')})";
        }

        Code("flow", (int)request.Flow);
        Code("holder", (int)request.Holder.Service);
        Code("receiver", (int)request.Receiver.Service);
        values["date"] = Term.Number(request.LawDate.DayNumber - Inputs.FirstDay.DayNumber, Inputs.Whole);
        Bool("unborn", request.Unborn);
        Bool("known-purpose", request.Purpose.IsKnown);
        Code("purpose", (int)request.Purpose.Or(Purpose.HealthCare));
        values["asserted"] = Bits(request.Asserted.Bits, Inputs.BasisWidth);
        foreach (var need in Codes<Need>.Members)
        {
            Cells($"need-{Codes<Need>.Of(need)}", request.Needs.For(need));
        }

        Cells("need-unstated", request.Needs.Unspecified);
        Slots(request, facts);
        Evidence(request.Evidence);
        Wishes(request, facts);
    }

    /// <summary>That every input has its value.</summary>
    public string Equations() =>
        Term.And(Inputs.All.Select(input => values[input.Name] switch
        {
            Term.True => input.Name,
            Term.False => Term.Not(input.Name),
            var value => $"(= {input.Name} {value})",
        }));

    private void Code(string name, int value) => values[name] = Term.Number(value, Inputs.Code);

    private void Bool(string name, bool value) => values[name] = Term.Bool(value);

    private void Cells(string name, CellSet cells) => values[name] = Bits((BigInteger)cells.Bits, Inputs.CellWidth);

    private static string Bits(BigInteger bits, int width) => string.Create(CultureInfo.InvariantCulture, $"(_ bv{bits} {width})");

    /// <summary>The facts as the decider itself reads them from request and registers.</summary>
    private void Slots(Request request, Facts facts)
    {
        var told = new Spec.SpecFacts(request, facts);
        foreach (var slot in Inputs.Slots)
        {
            Bool($"known-{Inputs.Name(slot)}", told[slot] is not null);
            var value = told[slot] ?? (Inputs.WidthOf(slot) == Inputs.Code ? Domain.Values(slot).First() : 0);
            values[Inputs.Name(slot)] = Inputs.WidthOf(slot) is { } width ? Term.Number(value, width) : Term.Bool(value == 1);
        }
    }

    private void Evidence(Evidence evidence)
    {
        object?[] parts =
        [
            evidence.Order, evidence.Report, evidence.Avert, evidence.Danger, evidence.Pregnancy, evidence.Feedback,
            evidence.AuthorityOrder, evidence.Mandate, evidence.InformationRight, evidence.Anonymity,
        ];
        foreach (var (name, part) in Inputs.Evidence.Zip(parts))
        {
            Bool($"has-{name}", part is not null);
        }

        Cells("order-scope", evidence.Order?.Scope ?? default);
        Cells("authority-scope", evidence.AuthorityOrder?.Scope ?? default);
        Cells("mandate-scope", evidence.Mandate?.Scope ?? default);
        Cells("decided-scope", evidence.HolderDecision?.Cells ?? default);
        Bool("order-reference", evidence.Order?.HasReference ?? false);
        Bool("order-necessity", evidence.Order?.HasNecessity ?? false);
    }

    private void Wishes(Request request, Facts facts)
    {
        Bool("known-objections", facts.Objections.IsKnown);
        Bool("known-secrecies", facts.Secrecies.IsKnown);
        Bool("known-standing", facts.StandingDecisions.IsKnown);
        Cells("objected", All(cell => facts.Objections.IsKnown && Spec.SpecWishes.Objected(cell, request, facts)));
        Cells("kept-from-receiver", All(cell => facts.Secrecies.IsKnown && Spec.SpecWishes.KeptFromReceiver(cell, request, facts)));
        Cells("kept-here", All(cell => facts.Secrecies.IsKnown && facts.Secrecies.Value.Any(secrecy =>
            secrecy.Cells.Contains(cell) && (secrecy.Holder is null || secrecy.Holder == request.Holder.Service))));
        Cells("standing-scope", All(cell => facts.StandingDecisions.IsKnown && request.Purpose.IsKnown && facts.StandingDecisions.Value.Any(decision =>
            decision.Receiver == request.Receiver.Service && decision.Purpose == request.Purpose.Value && decision.Cells.Contains(cell))));
        var consents = facts.Consents.IsKnown ? facts.Consents.Value : [];
        for (var number = 1; number <= Inputs.Consents; number++)
        {
            Code($"consent{number}-area", (int)ConsentArea.General);
            if (number <= consents.Length)
            {
                Consent($"consent{number}-", consents[number - 1], request);
            }
        }
    }

    private void Consent(string prefix, ConsentFact consent, Request request)
    {
        var parents = consent.Givers.Where(giver => giver.Capacity == ConsentCapacity.ParentWithResponsibility).ToList();
        Bool(prefix + "recorded", true);
        Code(prefix + "area", (int)consent.Area);
        Cells(prefix + "cells", consent.Cells);
        values[prefix + "purposes"] = Bits(consent.Purposes.Bits, Inputs.PurposeWidth);
        Code(prefix + "parents", Math.Min(parents.Count, 2));
        Bool(prefix + "in-time", request.LawDate >= consent.From && request.LawDate <= consent.To);
        Bool(prefix + "holder", Names(consent.Holders, request.Holder));
        Bool(prefix + "receiver", Names(consent.Receivers, request.Receiver));
        Bool(prefix + "home-parent", parents.Exists(parent => parent.LivesWithChild));
        Bool(prefix + "heard", consent.ChildHeard);
        Bool(prefix + "against", consent.ChildAgainst);
        foreach (var capacity in Codes<ConsentCapacity>.Members.Where(capacity => capacity != ConsentCapacity.ParentWithResponsibility))
        {
            Bool($"{prefix}by-{Codes<ConsentCapacity>.Of(capacity)}", consent.Givers.Any(giver => giver.Capacity == capacity));
        }
    }

    private static bool Names(IEnumerable<ConsentParty> parties, PartyRef party) => parties.Any(named =>
        named.Service == party.Service && (named.Organisation.Length == 0 || named.Organisation == party.Organisation));

    private static CellSet All(Func<Cell, bool> which) => CellSet.Of([.. Codes<Cell>.Members.Where(which)]);
}
