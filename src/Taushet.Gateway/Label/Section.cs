using System.Collections.Immutable;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Taushet.Core.Vocabulary;

namespace Taushet.Gateway.Label;

/// <summary>How one section of the record is read and built: a message of entries and sections.</summary>
/// <param name="Make">Makes an empty section.</param>
/// <param name="Children">What stands in it, in the order of the fields.</param>
/// <param name="Cells">Every cell below it.</param>
internal sealed record Section(Func<IMessage> Make, ImmutableArray<Child> Children, CellSet Cells);

/// <summary>One field of a section: an entry or a section, alone or repeated.</summary>
/// <param name="Field">Reads and writes it.</param>
/// <param name="Section">What it holds, when it holds sections; else null.</param>
/// <param name="Entry">What it holds, when it holds entries; else null.</param>
internal sealed record Child(FieldDescriptor Field, Section? Section, Entry? Entry);
