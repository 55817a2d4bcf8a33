using Google.Protobuf.Reflection;
using Taushet.Core.Vocabulary;

namespace Taushet.Gateway.Label;

/// <summary>One scalar leaf of the record.</summary>
/// <param name="Field">Reads and writes it.</param>
/// <param name="Cell">The cell by which it is given or withheld.</param>
/// <param name="Traits">What cuts across cells.</param>
/// <param name="Path">Field names from the record down, without places: <c>school.notes.text</c>.</param>
internal sealed record Leaf(FieldDescriptor Field, Cell Cell, MemberSet<Trait> Traits, string Path);
