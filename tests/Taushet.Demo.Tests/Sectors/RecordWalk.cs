using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Taushet.V1;

namespace Taushet.Demo.Tests.Sectors;

/// <summary>One leaf found in a record: where it stands, its value as text, its cell and traits, and its entry's marks.</summary>
internal sealed record FoundLeaf(string Path, string Value, Cell Cell, IReadOnlyList<Trait> Traits, EntryLabels? Labels);

/// <summary>Walks a record leaf by leaf, independently of the code under test.</summary>
internal static class RecordWalk
{
    public static IEnumerable<FoundLeaf> Leaves(IMessage message, string path = "")
    {
        var labels = message.Descriptor.FindFieldByName("labels")?.Accessor.GetValue(message) as EntryLabels;
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            var at = path.Length == 0 ? field.Name : $"{path}.{field.Name}";
            if (field.FieldType != FieldType.Message)
            {
                if (field.Accessor.HasValue(message))
                {
                    var options = field.GetOptions();
                    yield return new FoundLeaf(
                        at,
                        $"{field.Accessor.GetValue(message)}",
                        options.GetExtension(OptionsExtensions.Cell),
                        options.GetExtension(OptionsExtensions.Trait) ?? [],
                        labels);
                }

                continue;
            }

            foreach (var inner in Inner(field, message).Where(inner => inner is not EntryLabels).SelectMany(inner => Leaves(inner, at)))
            {
                yield return inner;
            }
        }
    }

    private static IEnumerable<IMessage> Inner(FieldDescriptor field, IMessage message) => field.Accessor.GetValue(message) switch
    {
        IEnumerable many and not IMessage => many.Cast<IMessage>(),
        IMessage one => [one],
        _ => [],
    };
}
