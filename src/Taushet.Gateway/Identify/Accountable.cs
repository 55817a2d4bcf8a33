using Taushet.Gateway.Options;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Identify;

/// <summary>Who answers for a call: a person whom an issuer has proven, or one whom the calling system merely names.</summary>
/// <remarks>
/// INVARIANT: an emergency basis and a cell of high risk are open in a pull to a proven person only; a push never asks for one.
/// </remarks>
internal static class Accountable
{
    private static readonly HashSet<Wire.Basis> EmergencyBases =
        [Wire.Basis.EmergencyNotice, Wire.Basis.DangerToLifeOrHealth, Wire.Basis.Necessity];

    /// <summary>The fields of a pull that need a proven person, when there is none; none when there is.</summary>
    public static IReadOnlyList<string> FieldsInNeedOfProof(Wire.Inquiry inquiry, Caller caller, GatewayOptions options) =>
        caller.Person is not null ? [] : [.. Bases(inquiry), .. Cells(inquiry, options)];

    /// <summary>How far a person is known: what an entry shows beside the caller. Nothing when no person is told of.</summary>
    public static string Text(Caller caller, Wire.ActingPerson? named) =>
        caller.Person is not null ? " person:proven" : named is not null ? " person:asserted" : string.Empty;

    private static IEnumerable<string> Bases(Wire.Inquiry inquiry) =>
        inquiry.Bases.Index().Where(claim => EmergencyBases.Contains(claim.Item.Basis)).Select(claim => $"inquiry.bases[{claim.Index}].basis");

    private static IEnumerable<string> Cells(Wire.Inquiry inquiry, GatewayOptions options) =>
        inquiry.Needs.Index()
            .Where(need => options.ProvenPersonCells.Contains((Core.Vocabulary.Cell)(int)need.Item.Cell))
            .Select(need => $"inquiry.needs[{need.Index}].cell");
}
