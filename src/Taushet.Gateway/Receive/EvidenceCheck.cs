using Taushet.Core.Vocabulary;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Release;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Receive;

/// <summary>Checks the evidence of one basis. What is unspecified or absent is unknown, which is no violation.</summary>
internal static class EvidenceCheck
{
    private const int ReasonLength = 500;
    private const int NecessityLength = 4000;

    /// <summary>Checks one piece of evidence.</summary>
    public static void Check(Wire.Evidence evidence, string field, FieldFaults faults)
    {
        switch (evidence.KindCase)
        {
            case Wire.Evidence.KindOneofCase.Order:
                Order(evidence.Order, $"{field}.order", faults);
                break;
            case Wire.Evidence.KindOneofCase.Report:
                Member<Trigger>((int)evidence.Report.Trigger, $"{field}.report.trigger", faults);
                Member<Certainty>((int)evidence.Report.Certainty, $"{field}.report.certainty", faults);
                break;
            case Wire.Evidence.KindOneofCase.Avert:
                Avert(evidence.Avert, $"{field}.avert", faults);
                break;
            case Wire.Evidence.KindOneofCase.Pregnancy:
                Member<Certainty>((int)evidence.Pregnancy.DamageLikely, $"{field}.pregnancy.damage_likely", faults);
                break;
            case Wire.Evidence.KindOneofCase.HolderDecision:
                TextCheck.Check(evidence.HolderDecision.DecidedBy, $"{field}.holder_decision.decided_by", faults);
                TextCheck.Check(evidence.HolderDecision.Reason, $"{field}.holder_decision.reason", faults, ReasonLength);
                Cells(evidence.HolderDecision.Cells, $"{field}.holder_decision.cells", faults);
                break;
            case Wire.Evidence.KindOneofCase.Feedback:
                TextCheck.Check(evidence.Feedback.ReportReference, $"{field}.feedback.report_reference", faults);
                break;
            case Wire.Evidence.KindOneofCase.AuthorityOrder:
                RegisteredOrder(evidence.AuthorityOrder.RegisteredOrder, $"{field}.authority_order", faults);
                TextCheck.Check(evidence.AuthorityOrder.Reference, $"{field}.authority_order.reference", faults);
                Cells(evidence.AuthorityOrder.Scope, $"{field}.authority_order.scope", faults);
                break;
            case Wire.Evidence.KindOneofCase.Mandate:
                TextCheck.Check(evidence.Mandate.Reference, $"{field}.mandate.reference", faults);
                Cells(evidence.Mandate.Scope, $"{field}.mandate.scope", faults);
                break;
            case Wire.Evidence.KindOneofCase.None:
            case Wire.Evidence.KindOneofCase.Danger:
            case Wire.Evidence.KindOneofCase.InformationRight:
            case Wire.Evidence.KindOneofCase.Anonymity:
                break;
        }
    }

    private static void Order(Wire.OrderEvidence order, string field, FieldFaults faults)
    {
        Member<OrderCase>((int)order.CaseType, $"{field}.case_type", faults);
        RegisteredOrder(order.RegisteredOrder, field, faults);
        TextCheck.Check(order.Reference, $"{field}.reference", faults);
        TextCheck.Check(order.Necessity, $"{field}.necessity", faults, NecessityLength);
        Cells(order.Scope, $"{field}.scope", faults);
    }

    private static void RegisteredOrder(Google.Protobuf.ByteString id, string field, FieldFaults faults)
    {
        if (id.Length is not (0 or WireIds.Length))
        {
            faults.Add($"{field}.registered_order", "must be empty or 16 bytes");
        }
    }

    private static void Avert(Wire.AvertEvidence avert, string field, FieldFaults faults)
    {
        Member<Certainty>((int)avert.Certainty, $"{field}.certainty", faults);
        if (avert.CrimeSection > 999 || avert.CrimeParagraph > 9)
        {
            faults.Add($"{field}.crime_section", "is no section of straffeloven");
        }

        if (avert is { HasVictimAge: true, VictimAge: > 150 })
        {
            faults.Add($"{field}.victim_age", "must be an age in years");
        }
    }

    private static void Member<T>(int number, string field, FieldFaults faults)
        where T : struct, Enum
    {
        if (number != 0 && !Members<T>.Has(number))
        {
            faults.Add(field, "is no member of the vocabulary");
        }
    }

    private static void Cells(IReadOnlyList<Wire.Cell> cells, string field, FieldFaults faults)
    {
        if (cells.Any(cell => !Members<Cell>.Has((int)cell)))
        {
            faults.Add(field, "may hold members of the vocabulary only");
        }
    }
}
