using Taushet.Policies.Faults;
using Taushet.Policies.Yaml;
using YamlDotNet.RepresentationModel;

namespace Taushet.Policies.Cases;

/// <summary>
/// <c>like: L01</c> takes over what the case does not say itself. <c>child</c> and <c>facts</c> are taken over key
/// by key, everything else whole; <c>expect</c> is never taken over, so that each case says what must come out.
/// </summary>
internal static class CaseInheritance
{
    private static readonly string[] ByKey = ["child", "facts"];
    private static readonly string[] Own = ["case", "title", "like", "expect"];

    public static YamlNode Complete(Source source, YamlNode node, Dictionary<string, YamlMappingNode> above)
    {
        if (node is not YamlMappingNode mapping)
        {
            return node;
        }

        if (Find(mapping, "like") is { } like)
        {
            if (above.TryGetValue(like.ToString(), out var model))
            {
                TakeOver(mapping, model);
            }
            else
            {
                source.Report(like, FaultKind.UnknownCase, $"No case '{like}' stands above in this file.", "Name one that does.");
            }
        }

        if (Find(mapping, "case") is { } id)
        {
            above.TryAdd(id.ToString(), mapping);
        }

        return mapping;
    }

    private static void TakeOver(YamlMappingNode mapping, YamlMappingNode model)
    {
        foreach (var (key, value) in model.Children)
        {
            var name = key.ToString();
            if (Own.Contains(name))
            {
                continue;
            }

            if (Find(mapping, name) is not { } own)
            {
                mapping.Children.Add(key, value);
            }
            else if (ByKey.Contains(name) && own is YamlMappingNode narrow && value is YamlMappingNode wide)
            {
                foreach (var (innerKey, innerValue) in wide.Children.Where(entry => Find(narrow, entry.Key.ToString()) is null))
                {
                    narrow.Children.Add(innerKey, innerValue);
                }
            }
        }
    }

    private static YamlNode? Find(YamlMappingNode mapping, string key) =>
        mapping.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;
}
