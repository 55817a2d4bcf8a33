using Google.Protobuf.Reflection;
using Taushet.V1;

namespace Taushet.Contract.Tests.Records;

/// <summary>The form of one scalar leaf.</summary>
internal static class LeafForm
{
    /// <summary>A leaf of these types can be compared and hashed without loss; bytes could hide a whole message.</summary>
    private static readonly HashSet<FieldType> s_safeTypes =
        [FieldType.String, FieldType.Bool, FieldType.Int32, FieldType.Int64];

    private static readonly HashSet<Cell> s_cellsOfOthers =
    [
        Cell.ThirdPerson, Cell.ThirdPersonGuardians, Cell.ThirdPersonChildren, Cell.ThirdPersonInvolved,
        Cell.PrivateReporter, Cell.CareSafetyCollection,
    ];

    private static readonly HashSet<Cell> s_cellsOfPlace = [Cell.Address, Cell.AddressStay];

    public static IEnumerable<Fault> Faults(FieldDescriptor leaf) =>
        Form(leaf).Concat(Cells(leaf)).Concat(Traits(leaf)).Select(kind => new Fault(kind, leaf));

    private static IEnumerable<FaultKind> Form(FieldDescriptor leaf)
    {
        if (!s_safeTypes.Contains(leaf.FieldType))
        {
            yield return FaultKind.UnsafeScalar;
        }

        if (leaf.IsRepeated)
        {
            yield return FaultKind.RepeatedScalar;
        }
        else if (!leaf.HasPresence)
        {
            yield return FaultKind.NoPresence;
        }
    }

    private static IEnumerable<FaultKind> Cells(FieldDescriptor leaf)
    {
        if (!LeafOptions.HasCell(leaf))
        {
            yield return FaultKind.NoCell;
        }
        else if (LeafOptions.CellOf(leaf) == Cell.Unspecified || !Enum.IsDefined(LeafOptions.CellOf(leaf)))
        {
            yield return FaultKind.UnknownCell;
        }
    }

    private static IEnumerable<FaultKind> Traits(FieldDescriptor leaf)
    {
        var traits = LeafOptions.TraitsOf(leaf);
        var cell = LeafOptions.CellOf(leaf);
        if (traits.Any(trait => trait == Trait.Unspecified || !Enum.IsDefined(trait))
            || traits.Distinct().Count() != traits.Count)
        {
            yield return FaultKind.UnknownTrait;
        }

        if ((LeafNames.TellsPlace(leaf.Name) || s_cellsOfPlace.Contains(cell)) && !traits.Contains(Trait.LocatesChild))
        {
            yield return FaultKind.LocationWithoutTrait;
        }

        if (LeafNames.TellsFreeText(leaf.Name) && !traits.Contains(Trait.FreeText))
        {
            yield return FaultKind.FreeTextWithoutTrait;
        }

        if (s_cellsOfOthers.Contains(cell) && !traits.Contains(Trait.ThirdPerson))
        {
            yield return FaultKind.ThirdPersonWithoutTrait;
        }
    }
}
