using System.Globalization;
using Taushet.Core.Duties;
using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Holder;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Orders;

/// <summary>Finds every violation of an order.</summary>
internal static class OrderCheck
{
    private const int NecessityLength = 4000;
    private const int MostCells = 128;
    private const string DateForm = "yyyy-MM-dd";

    /// <summary>Checks what can be checked without the register of participants.</summary>
    public static void Check(Wire.RegisterOrderRequest asked, PersonNumbers numbers, FieldFaults faults)
    {
        StandingDecisionCheck.Employee(asked.OrderedBy, "ordered_by", faults);
        if (asked.Child?.SubjectCase == Wire.ChildRef.SubjectOneofCase.NationalNumber)
        {
            ChildCheck.Number(asked.Child.NationalNumber, "child.national_number", numbers, faults);
        }
        else
        {
            faults.Add("child.national_number", "is required");
        }

        var terms = asked.Terms ?? new Wire.OrderTerms();
        Text(terms.Necessity, "terms.necessity", NecessityLength, faults);
        Text(terms.Reference, "terms.reference", TextCheck.ReferenceLength, faults);
        PartyCheck.CheckService(terms.Addressee, "terms.addressee", faults);
        if (terms.Scope.Count is 0 or > MostCells || terms.Scope.Any(cell => !Members<Cell>.Has((int)cell)))
        {
            faults.Add("terms.scope", "must list from 1 to 128 members of the vocabulary");
        }

        var (from, to) = (DateOf(terms.FromDate), DateOf(terms.ToDate));
        if (from is null || to is null || to < from || to > StatedDays.MonthsAfter(from.Value, 12))
        {
            faults.Add("terms.to_date", "both dates are required, as 2026-09-01; the last is not before the first, nor more than a year after");
        }
    }

    /// <summary>Checks that the issuer has the power, and that an order of barnevern rests on a case of the closed list.</summary>
    public static void Power(Wire.OrderTerms terms, PartyRef issuer, PolicySet policies, DateOnly today, FieldFaults faults)
    {
        var basis = (Basis)(int)terms.Basis;
        var addressee = (Service)(int)terms.Addressee.Service;
        if (!Members<Basis>.Has((int)terms.Basis) || !OrderPower.Has(policies, basis, issuer.Service, addressee, today))
        {
            faults.Add("terms.basis", "is no order that a rule in force lets the issuer give the addressee");
            return;
        }

        var cases = basis == Basis.BarnevernOrder ? OrderPower.Cases(policies, issuer.Service, addressee, today) : [];
        if (basis == Basis.BarnevernOrder && !cases.Contains((OrderCase)(int)terms.CaseType))
        {
            faults.Add("terms.case_type", "must be a case of the closed list of bvl § 13-4 in force today");
        }

        if (basis != Basis.BarnevernOrder && terms.CaseType != Wire.OrderCase.Unspecified)
        {
            faults.Add("terms.case_type", "is for orders of barnevern");
        }
    }

    /// <summary>Checks what was done about informing the parties.</summary>
    public static void Notice(Wire.OrderNotice? notice, FieldFaults faults)
    {
        StandingDecisionCheck.Employee(notice?.By, "notice.by", faults);
        switch (notice?.State)
        {
            case Wire.OrderNoticeState.Informed:
                TextCheck.Check(notice.Reason, "notice.reason", faults);
                break;
            case Wire.OrderNoticeState.Exempted:
                StandingDecisionCheck.Reason(notice.Reason, "notice.reason", faults);
                break;
            default:
                faults.Add("notice.state", "must be informed, or exempted with its reason");
                break;
        }
    }

    /// <summary>Reads a date; null when it is none.</summary>
    public static DateOnly? DateOf(string text) =>
        DateOnly.TryParseExact(text, DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static void Text(string text, string field, int atMost, FieldFaults faults)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            faults.Add(field, "is required");
        }

        TextCheck.Check(text, field, faults, atMost);
    }
}
