using Google.Protobuf.Reflection;

namespace Taushet.Contract.Tests.Records;

/// <summary>One breach of the record's form.</summary>
internal sealed record Fault(FaultKind Kind, string Where)
{
    public Fault(FaultKind kind, IDescriptor where)
        : this(kind, where.FullName)
    {
    }
}

internal enum FaultKind
{
    ForeignMessage,
    RecursiveMessage,
    MapField,
    OneofField,
    ExtensionRange,
    UnsafeScalar,
    RepeatedScalar,
    NoPresence,
    NoCell,
    UnknownCell,
    CellOnMessage,
    NoLabels,
    LabelsElsewhere,
    MixedMessage,
    UnknownTrait,
    LocationWithoutTrait,
    FreeTextWithoutTrait,
    ThirdPersonWithoutTrait,
}
