using Microsoft.Extensions.Configuration;

namespace Taushet.Cli.Doctor;

/// <summary>
/// Reads a gateway's settings from where it reads them, in its order: appsettings.json and that of its environment in its content root,
/// environment variables, its command line.
/// </summary>
/// <remarks>
/// INVARIANT: what is read here is what the builder of a gateway's host reads from the same folder, variables and arguments. Secrets of
/// a developer's own machine are not: a gateway has none.
/// </remarks>
internal sealed class GatewaySettings
{
    private const string Check = "settings";
    private const string Section = "Taushet";
    private const string EnvironmentKey = "environment";
    private const string RootKey = "contentRoot";

    private readonly List<string> files = [];

    private GatewaySettings(GatewayVariables variables, string? root, IReadOnlyList<string> arguments)
    {
        var host = new ConfigurationBuilder()
            .AddInMemoryCollection(Prefixed(variables, "ASPNETCORE_"))
            .AddInMemoryCollection(Prefixed(variables, "DOTNET_"))
            .AddCommandLine([.. arguments])
            .Build();
        Environment = host[EnvironmentKey] is { Length: > 0 } named ? named : "Production";
        Root = Path.GetFullPath(root ?? (host[RootKey] is { Length: > 0 } given ? given : Directory.GetCurrentDirectory()));
        Configuration = new ConfigurationManager();
        Variables = variables;
        Add("appsettings.json");
        Add($"appsettings.{Environment}.json");
        Configuration.AddInMemoryCollection(Prefixed(variables, string.Empty));
        Configuration.AddCommandLine([.. arguments]);
    }

    private ConfigurationManager Configuration { get; }

    private GatewayVariables Variables { get; }

    private string Environment { get; }

    private string Root { get; }

    /// <summary>Reads them.</summary>
    /// <param name="variables">The environment variables.</param>
    /// <param name="root">The content root; null for what variables and arguments say, else the folder that this runs in.</param>
    /// <param name="arguments">The gateway's own command line.</param>
    /// <returns>What the gateway is told, and what there is to say of it.</returns>
    public static (GatewayVariables Told, Finding Finding) Read(GatewayVariables variables, string? root, IReadOnlyList<string> arguments)
    {
        try
        {
            var settings = new GatewaySettings(variables, root, arguments);
            return (
                variables.With(settings.Environment, name => settings.Configuration[$"{Section}:{name}"]),
                Finding.Ok(Check, settings.Tell(arguments.Count)));
        }
        catch (Exception fault) when (fault is InvalidDataException or FormatException or IOException or UnauthorizedAccessException)
        {
            return (variables, Finding.Bad(
                Check,
                $"{fault.Message} A gateway does not start with them; what follows is of the environment variables alone",
                "mend the file, or name the right folder with --content-root"));
        }
    }

    private void Add(string name)
    {
        Configuration.AddJsonFile(Path.Combine(Root, name), optional: true, reloadOnChange: false);
        if (File.Exists(Path.Combine(Root, name)))
        {
            files.Add(Path.Combine(Root, name));
        }
    }

    private string Tell(int arguments)
    {
        var set = Variables.All.Keys.Count(name => name.StartsWith(Section + "__", StringComparison.OrdinalIgnoreCase));
        return $"environment {Environment}, from {(files.Count == 0 ? $"no appsettings.json in {Root}" : string.Join(" and ", files))}, "
            + $"{Trail.Lines.Count(set, "environment variable")} and {Trail.Lines.Count(arguments, "argument")}";
    }

    private static IEnumerable<KeyValuePair<string, string?>> Prefixed(GatewayVariables variables, string prefix) => variables.All
        .Where(one => one.Key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        .Select(one => KeyValuePair.Create(one.Key[prefix.Length..].Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal), one.Value));
}
