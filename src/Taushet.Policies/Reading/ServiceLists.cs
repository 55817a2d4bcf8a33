using Taushet.Core.Vocabulary;
using Taushet.Policies.Faults;
using Taushet.Policies.Yaml;
using YamlDotNet.RepresentationModel;

namespace Taushet.Policies.Reading;

/// <summary>Reads lists of services: codes, <c>all</c>, a group's name, or <c>{ include: [...], except: [...] }</c>.</summary>
internal static class ServiceLists
{
    public static ServiceSet ReadServices(this Groups groups, Source source, YamlNode? node)
    {
        if (node is YamlMappingNode)
        {
            var map = source.Map(node, "A list of services", ["include", "except"])!;
            return groups.ReadServices(source, map.Need("include")) - groups.ReadServices(source, map.Find("except"));
        }

        var services = default(ServiceSet);
        foreach (var item in source.Items(node, "A list of services"))
        {
            services |= groups.ReadService(source, item);
        }

        return services;
    }

    private static ServiceSet ReadService(this Groups groups, Source source, YamlNode node)
    {
        if (source.Word(node, "A service") is not { } text)
        {
            return default;
        }

        if (text == "all")
        {
            return ServiceSet.All;
        }

        if (Codes<Service>.TryParse(text, out var service))
        {
            return ServiceSet.Of(service);
        }

        if (groups.Services.TryGetValue(text, out var group))
        {
            return group;
        }

        source.Report(
            node,
            FaultKind.UnknownCode,
            $"'{text}' is no service or group of services.",
            "Use a code such as SKO, all, or a group of groups.yaml.");
        return default;
    }
}
