using Taushet.Core.Vocabulary;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Options;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Receive;

/// <summary>Finds every field violation of an inquiry at once. Looks at nothing but the call itself.</summary>
internal static class InquiryCheck
{
    private const int MaxBases = 16;
    private const int MaxNeeds = 128;

    /// <summary>Checks one inquiry.</summary>
    public static void Check(Wire.Inquiry? inquiry, Flow flow, PersonNumbers accepted, FieldFaults faults)
    {
        if (inquiry is null)
        {
            faults.Add("inquiry", "is required");
            return;
        }

        ChildCheck.Check(inquiry, flow, accepted, faults);
        PartyCheck.Check(inquiry, flow, faults);
        Purpose(inquiry, flow, faults);
        Needs(inquiry, flow, faults);
        Bases(inquiry, faults);
        Texts(inquiry, faults);
    }

    private static void Purpose(Wire.Inquiry inquiry, Flow flow, FieldFaults faults)
    {
        var stated = inquiry.Purpose != Wire.Purpose.Unspecified;
        if (stated && !Members<Purpose>.Has((int)inquiry.Purpose))
        {
            faults.Add("inquiry.purpose", "is no member of the vocabulary");
        }
        else if (!stated && flow == Flow.Pull)
        {
            faults.Add("inquiry.purpose", "is required in a pull");
        }
    }

    private static void Needs(Wire.Inquiry inquiry, Flow flow, FieldFaults faults)
    {
        if (flow == Flow.Pull && inquiry.Needs.Count == 0)
        {
            faults.Add("inquiry.needs", "must list at least one cell in a pull");
        }

        if (inquiry.Needs.Count > MaxNeeds)
        {
            faults.Add("inquiry.needs", "may list at most 128 cells");
            return;
        }

        for (var place = 0; place < inquiry.Needs.Count; place++)
        {
            var needed = inquiry.Needs[place];
            if (!Members<Cell>.Has((int)needed.Cell))
            {
                faults.Add($"inquiry.needs[{place}].cell", "is required and must be a member of the vocabulary");
            }

            var unstated = needed.Need == Wire.Need.Unspecified;
            if (unstated ? flow == Flow.Pull : !Members<Need>.Has((int)needed.Need))
            {
                faults.Add($"inquiry.needs[{place}].need", "must be a member of the vocabulary; required in a pull");
            }
        }
    }

    private static void Bases(Wire.Inquiry inquiry, FieldFaults faults)
    {
        if (inquiry.Bases.Count > MaxBases)
        {
            faults.Add("inquiry.bases", "may be at most 16");
            return;
        }

        var kinds = 0;
        for (var place = 0; place < inquiry.Bases.Count; place++)
        {
            var claim = inquiry.Bases[place];
            // A duty follows from what is stated: evidence needs no named basis.
            var named = claim.Basis != Wire.Basis.Unspecified || claim.Evidence is null;
            if (named && !Members<Basis>.Has((int)claim.Basis))
            {
                faults.Add($"inquiry.bases[{place}].basis", "must be a member of the vocabulary; required without evidence");
            }

            if (claim.Evidence is null || claim.Evidence.KindCase == Wire.Evidence.KindOneofCase.None)
            {
                continue;
            }

            var kind = 1 << (int)claim.Evidence.KindCase;
            if ((kinds & kind) != 0)
            {
                faults.Add($"inquiry.bases[{place}].evidence", "is of a kind that is given already");
            }

            kinds |= kind;
            EvidenceCheck.Check(claim.Evidence, $"inquiry.bases[{place}].evidence", faults);
        }
    }

    private static void Texts(Wire.Inquiry inquiry, FieldFaults faults)
    {
        TextCheck.Check(inquiry.CaseReference, "inquiry.case_reference", faults);
        if (inquiry.ActingPerson is { } person)
        {
            TextCheck.Check(person.Reference, "inquiry.acting_person.reference", faults);
            TextCheck.Check(person.Role, "inquiry.acting_person.role", faults);
        }
    }
}
