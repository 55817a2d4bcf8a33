using Taushet.Core.Requests.Identifiers;
using Taushet.V1;

namespace Taushet.Gateway.Disclose;

/// <summary>A disclosure as the inquiry that is decided.</summary>
internal static class DisclosureInquiry
{
    /// <summary>Makes the inquiry.</summary>
    /// <param name="disclosure">Checked.</param>
    /// <param name="report">The report that a feedback answers, or null.</param>
    public static Inquiry Of(Disclosure disclosure, AnsweredReport? report)
    {
        var inquiry = new Inquiry
        {
            Child = ChildOf(disclosure),
            Receiver = report?.Reporter ?? disclosure.Receiver,
            Holder = disclosure.Sender.Party,
            ActingPerson = disclosure.Sender.Employee,
            Purpose = DisclosureGrounds.PurposeOf(disclosure.Ground),
            CaseReference = disclosure.CaseReference,
        };
        var basis = DisclosureGrounds.BasisOf(disclosure.Ground);
        var evidence = report is null ? DisclosureGrounds.EvidenceOf(disclosure.Ground) : report.Evidence(disclosure.Ground.Feedback);
        if (basis != Basis.Unspecified)
        {
            inquiry.Bases.Add(new BasisClaim { Basis = basis, Evidence = evidence });
        }

        if (disclosure.Decision is { } decision)
        {
            inquiry.Bases.Add(new BasisClaim { Evidence = new Evidence { HolderDecision = decision } });
        }

        return inquiry;
    }

    // INVARIANT: a duty never waits for a number. A child without one, or with one that cannot be, is told apart by the disclosure itself.
    private static ChildRef ChildOf(Disclosure disclosure)
    {
        var child = disclosure.Child;
        var known = child?.SubjectCase switch
        {
            ChildRef.SubjectOneofCase.NationalNumber => NationalNumber.IsValid(child.NationalNumber, out _),
            ChildRef.SubjectOneofCase.Unborn => child.Unborn.PregnantWomanNumber.Length == 0
                || NationalNumber.IsValid(child.Unborn.PregnantWomanNumber, out _),
            ChildRef.SubjectOneofCase.Unidentified => child.Unidentified.Reference.Length > 0,
            _ => false,
        };
        return known ? child!
            : child?.SubjectCase == ChildRef.SubjectOneofCase.Unborn ? new ChildRef { Unborn = new UnbornChild() }
            : new ChildRef { Unidentified = new UnidentifiedChild { Reference = Convert.ToHexString(disclosure.DisclosureId.Span) } };
    }
}
