using System.Collections.Immutable;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Taushet.Core.Vocabulary;

namespace Taushet.Gateway.Label;

/// <summary>How one type of entry is read and built: a message of leaves with labels.</summary>
/// <param name="Make">Makes an empty entry.</param>
/// <param name="Leaves">Its leaves in the order of their fields.</param>
/// <param name="Labels">Its field of labels.</param>
/// <param name="Cells">Every cell of its leaves.</param>
internal sealed record Entry(Func<IMessage> Make, ImmutableArray<Leaf> Leaves, FieldDescriptor Labels, CellSet Cells);
