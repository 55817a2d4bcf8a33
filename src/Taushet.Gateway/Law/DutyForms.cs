using Taushet.Core.Duties;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Release;
using Taushet.Policies.Explaining;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Law;

/// <summary>The findings of an assessment of duties on the wire.</summary>
internal sealed class DutyForms(RuleForms rules)
{
    /// <summary>Makes the answer but for what is of the call.</summary>
    public Wire.AssessDutyResponse Of(DutyFindings findings, Phrases phrases) => new()
    {
        Owed = { findings.Owed.Select(duty => Of(duty, phrases)) },
        Absent = { findings.Absent.Select(duty => Of(duty, phrases)) },
        Summary = DutySummary.Of(findings, phrases),
    };

    /// <summary>One duty that is owed.</summary>
    public Wire.OwedDuty Of(OwedDuty duty, Phrases phrases)
    {
        var form = new Wire.OwedDuty
        {
            RuleId = duty.Rule.Id,
            Title = duty.Rule.Title,
            Reason = duty.Rule.Reason,
            Receivers = { duty.Receivers.ToList().Select(service => (Wire.Service)(int)service) },
            Always = { Cells(duty.Always) },
            Cells = { Cells(duty.Cells) },
            Relevant = { Cells(duty.Relevant) },
            ByHand = { Cells(duty.ByHand) },
            Advice = { duty.Advice.Select(advice => Of(advice, phrases)) },
        };
        rules.AddTo(form.Citations, duty.Rule.Citations);
        return form;
    }

    private Wire.DutyAdvice Of(DutyAdvice advice, Phrases phrases)
    {
        var form = new Wire.DutyAdvice
        {
            Obligation = (Wire.Obligation)(int)advice.Obligation,
            Text = phrases.Of(advice.Obligation),
            RuleId = advice.Rule.Id,
            Reason = advice.Rule.Reason,
        };
        rules.AddTo(form.Citations, advice.Rule.Citations);
        return form;
    }

    private Wire.AbsentDuty Of(AbsentDuty duty, Phrases phrases)
    {
        var form = new Wire.AbsentDuty
        {
            RuleId = duty.Rule.Id,
            Title = duty.Rule.Title,
            Lacks = { duty.Lacks.Select(lack => ShortfallText.Of(lack, phrases)) },
        };
        rules.AddTo(form.Citations, duty.Rule.Citations);
        return form;
    }

    private static IEnumerable<Wire.Cell> Cells(CellSet cells) => cells.ToList().Select(cell => (Wire.Cell)(int)cell);
}
