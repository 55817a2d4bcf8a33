using Taushet.Core.Requests.Identifiers;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Options;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Receive;

/// <summary>Checks how an inquiry points out the child.</summary>
internal static class ChildCheck
{
    private const string Field = "inquiry.child";

    /// <summary>Checks the child.</summary>
    public static void Check(Wire.Inquiry inquiry, Flow flow, PersonNumbers accepted, FieldFaults faults)
    {
        switch (inquiry.Child?.SubjectCase ?? Wire.ChildRef.SubjectOneofCase.None)
        {
            case Wire.ChildRef.SubjectOneofCase.None:
                faults.Add(Field, "is required");
                break;
            case Wire.ChildRef.SubjectOneofCase.NationalNumber:
                Number(inquiry.Child!.NationalNumber, $"{Field}.national_number", accepted, faults);
                break;
            case Wire.ChildRef.SubjectOneofCase.Unborn:
                OnlyInPush(flow, $"{Field}.unborn", faults);
                if (inquiry.Child!.Unborn.PregnantWomanNumber.Length > 0)
                {
                    Number(inquiry.Child.Unborn.PregnantWomanNumber, $"{Field}.unborn.pregnant_woman_number", accepted, faults);
                }

                break;
            case Wire.ChildRef.SubjectOneofCase.Unidentified:
                OnlyInPush(flow, $"{Field}.unidentified", faults);
                TextCheck.Check(inquiry.Child!.Unidentified.Reference, $"{Field}.unidentified.reference", faults);
                if (inquiry.Child.Unidentified.Reference.Length == 0)
                {
                    faults.Add($"{Field}.unidentified.reference", "is required");
                }

                break;
        }
    }

    private static void OnlyInPush(Flow flow, string field, FieldFaults faults)
    {
        if (flow != Flow.Push)
        {
            faults.Add(field, "is for pushes only");
        }
    }

    /// <summary>Checks a national identity number.</summary>
    public static void Number(string number, string field, PersonNumbers accepted, FieldFaults faults)
    {
        if (!NationalNumber.IsValid(number, out var series))
        {
            faults.Add(field, "is no fødselsnummer or D-number");
        }
        else if (accepted == PersonNumbers.Real && series != NumberSeries.Real)
        {
            faults.Add(field, "is synthetic; this gateway takes real numbers only");
        }
        else if (accepted == PersonNumbers.Synthetic && series == NumberSeries.Real)
        {
            faults.Add(field, "is of the real series; this gateway takes synthetic numbers only");
        }
    }
}
