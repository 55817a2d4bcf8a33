using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Decisions;

/// <summary>What besides its own cells and necessity bounds a rule: the scope of an order or mandate, objections and secrecies.</summary>
internal static class Bounds
{
    public static CellSet Of(Rule rule, Request request, Facts facts)
    {
        var scope = ScopeOf(rule.Within, request.Evidence);
        scope -= YieldsToObjection(rule, request) ? ObjectedTo(request, facts) : CellSet.Empty;
        return YieldsToSecrecy(rule) ? scope - Secrecies.KeptFrom(request, facts) : scope;
    }

    /// <summary>
    /// The truth of the rule's condition; at best Unknown where objections or secrecies matter and could not be read, so that
    /// the rule comes near and its routes are told.
    /// </summary>
    public static Truth TruthOf(Rule rule, in Ladder ladder)
    {
        var truth = rule.When.Evaluate(ladder.Vector);
        var unread = (YieldsToObjection(rule, ladder.Request) && !ladder.Facts.Objections.IsKnown)
            || (YieldsToSecrecy(rule) && Secrecies.Unknown(ladder.Request, ladder.Facts));
        return unread ? truth.And(Truth.Unknown) : truth;
    }

    // An objection (hpl § 29) is to sharing between services; what it does not reach is the guardians' right to information.
    public static bool YieldsToObjection(Rule rule, Request request) => rule.YieldsToObjection && !Secrecies.Concern(request);

    // An information right of the guardians yields where its rule says so; what is not owed always does.
    public static bool YieldsToSecrecy(Rule rule) => rule.YieldsToObjection || rule.Step != Step.Duty;

    /// <summary>The cells of what bounds the rule.</summary>
    public static CellSet ScopeOf(Scope within, Evidence evidence) => within switch
    {
        Scope.None => CellSet.All,
        Scope.Order => evidence.Order?.Scope ?? CellSet.Empty,
        Scope.Authority => evidence.AuthorityOrder?.Scope ?? CellSet.Empty,
        Scope.Mandate => evidence.Mandate?.Scope ?? CellSet.Empty,

        // The consent step bounds by each consent in turn.
        Scope.Consent => CellSet.All,
    };

    // INVARIANT: objections that could not be read close everything that yields to objection.
    public static CellSet ObjectedTo(Request request, Facts facts)
    {
        if (!facts.Objections.IsKnown)
        {
            return CellSet.All;
        }

        var cells = CellSet.Empty;
        foreach (var objection in facts.Objections.Value)
        {
            var meant = (objection.Holder is null || objection.Holder == request.Holder.Service)
                && (objection.Receiver is null || objection.Receiver == request.Receiver.Service);
            cells |= meant ? objection.Cells : CellSet.Empty;
        }

        return cells;
    }
}
