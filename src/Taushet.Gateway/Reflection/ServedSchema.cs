using System.Collections.Frozen;
using Google.Protobuf.Reflection;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace Taushet.Gateway.Reflection;

/// <summary>The schema of the services that are served: their files with all they import, and nothing besides.</summary>
internal sealed class ServedSchema
{
    private readonly FrozenDictionary<string, FileDescriptor> files;
    private readonly FrozenDictionary<string, FileDescriptor> symbols;
    private readonly FrozenSet<string> messages;
    private readonly FrozenDictionary<string, FrozenDictionary<int, FileDescriptor>> extensions;

    /// <summary>Reads the descriptors.</summary>
    /// <param name="services">The services.</param>
    public ServedSchema(params IReadOnlyList<ServiceDescriptor> services)
    {
        Services = [.. services.Select(service => service.FullName).Order(StringComparer.Ordinal)];
        files = services.SelectMany(service => Needed(service.File))
            .Distinct()
            .ToFrozenDictionary(file => file.Name, StringComparer.Ordinal);
        symbols = files.Values
            .SelectMany(file => SchemaSymbols.Of(file).Select(symbol => KeyValuePair.Create(symbol, file)))
            .ToFrozenDictionary(StringComparer.Ordinal);
        messages = files.Values
            .SelectMany(SchemaSymbols.MessagesOf)
            .Select(message => message.FullName)
            .ToFrozenSet(StringComparer.Ordinal);
        extensions = files.Values
            .SelectMany(SchemaSymbols.ExtensionsOf)
            .GroupBy(extension => extension.ExtendeeType.FullName)
            .ToFrozenDictionary(
                type => type.Key,
                type => type.ToFrozenDictionary(extension => extension.FieldNumber, extension => extension.File),
                StringComparer.Ordinal);
    }

    /// <summary>Full names of the services, in ordinal order.</summary>
    public IReadOnlyList<string> Services { get; }

    /// <summary>The file of a name, or null.</summary>
    public FileDescriptor? File(string name) => files.GetValueOrDefault(name);

    /// <summary>The file that declares a symbol, or null.</summary>
    public FileDescriptor? FileOf(string symbol) => symbols.GetValueOrDefault(symbol);

    /// <summary>The file that declares an extension, or null.</summary>
    public FileDescriptor? FileOf(string type, int extension) =>
        extensions.GetValueOrDefault(type)?.GetValueOrDefault(extension);

    /// <summary>The numbers of the extensions of a message, ascending; null when there is no such message.</summary>
    public IReadOnlyList<int>? ExtensionsOf(string type) =>
        extensions.TryGetValue(type, out var numbers) ? [.. numbers.Keys.Order()]
        : messages.Contains(type) ? []
        : null;

    /// <summary>A file and all it imports, itself first and each once.</summary>
    public static IEnumerable<FileDescriptor> Needed(FileDescriptor file)
    {
        var met = new HashSet<FileDescriptor> { file };
        var waiting = new Queue<FileDescriptor>(met);
        while (waiting.TryDequeue(out var next))
        {
            yield return next;
            foreach (var imported in next.Dependencies.Where(met.Add))
            {
                waiting.Enqueue(imported);
            }
        }
    }
}
