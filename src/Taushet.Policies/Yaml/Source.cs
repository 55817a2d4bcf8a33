using Taushet.Policies.Faults;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Taushet.Policies.Yaml;

/// <summary>One YAML file under reading: its name, and where its faults go.</summary>
internal sealed class Source(string file, FaultList faults)
{
    public string File { get; } = file;

    public void Report(YamlNode at, FaultKind kind, string message, string toDo) =>
        Report(at.Start, kind, message, toDo);

    public void Report(Mark at, FaultKind kind, string message, string toDo) =>
        faults.Add(new Fault(File, (int)at.Line, (int)at.Column, kind, message, toDo));

    /// <summary>The root of the only document, or null after a reported fault.</summary>
    public YamlNode? Parse(string text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count == 1)
            {
                return stream.Documents[0].RootNode;
            }

            Report(new Mark(0, 1, 1), FaultKind.Syntax, $"The file has {stream.Documents.Count} documents.", "Keep exactly one.");
        }
        catch (YamlException exception)
        {
            Report(exception.Start, FaultKind.Syntax, $"The file is not well-formed: {exception.Message}", "Correct the YAML here.");
        }

        return null;
    }

    /// <summary>The node as a mapping with these keys and no other, or null after a reported fault.</summary>
    public MapReader? Map(YamlNode node, string what, ReadOnlySpan<string> keys)
    {
        if (node is YamlMappingNode mapping)
        {
            return new MapReader(this, mapping, what, keys);
        }

        Report(node, FaultKind.WrongShape, $"{what} must be a mapping.", "Write key: value pairs.");
        return null;
    }

    /// <summary>The parts of a list; a lone word is a list of one.</summary>
    public IReadOnlyList<YamlNode> Items(YamlNode? node, string what)
    {
        switch (node)
        {
            case null:
                return [];
            case YamlSequenceNode sequence:
                return [.. sequence.Children];
            case YamlScalarNode:
                return [node];
            default:
                Report(node, FaultKind.WrongShape, $"{what} must be a list.", "Write [a, b] or one item a line.");
                return [];
        }
    }

    /// <summary>The node's word, or null after a reported fault.</summary>
    public string? Word(YamlNode node, string what)
    {
        if (node is YamlScalarNode { Value: { } text } && !string.IsNullOrWhiteSpace(text))
        {
            return text.Trim();
        }

        var kind = node is YamlScalarNode ? FaultKind.EmptyText : FaultKind.WrongShape;
        Report(node, kind, $"{what} must be a word or text.", "Write it out.");
        return null;
    }
}
