using Taushet.Storage.Log;

namespace Taushet.Cli;

/// <summary>What the gateway on this machine is told: secrets never stand in an argument of a tool.</summary>
internal sealed class GatewayVariables
{
    private readonly Func<string, string?> option;

    /// <summary>By environment variables alone.</summary>
    /// <param name="variables">Names and values; a gateway tells no capital from a small letter in a name.</param>
    public GatewayVariables(IEnumerable<KeyValuePair<string, string?>> variables)
    {
        var all = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in variables)
        {
            all[name] = value;
        }

        All = all;
        Environment = Set("DOTNET_ENVIRONMENT") ?? Set("ASPNETCORE_ENVIRONMENT") ?? "Production";
        option = name => Set($"Taushet__{name}");

        string? Set(string name) => all.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
    }

    private GatewayVariables(GatewayVariables from, string environment, Func<string, string?> option)
    {
        All = from.All;
        Environment = environment;
        this.option = option;
    }

    /// <summary>None is set.</summary>
    public static GatewayVariables None { get; } = new([]);

    /// <summary>Those of this process.</summary>
    public static GatewayVariables OfProcess => new(System.Environment.GetEnvironmentVariables()
        .Cast<System.Collections.DictionaryEntry>()
        .Select(one => KeyValuePair.Create((string)one.Key, (string?)one.Value)));

    /// <summary>Every environment variable.</summary>
    public IReadOnlyDictionary<string, string?> All { get; }

    /// <summary>The name of the environment that the gateway runs in.</summary>
    public string Environment { get; }

    /// <summary>Its data folder.</summary>
    public string? DataDirectory => Read("DataDirectory");

    /// <summary>The connection string of its store when that is on SQL Server.</summary>
    public string? SqlServer => Read("SqlServer");

    /// <summary>The identity of the gateway on this machine.</summary>
    public string LogName => Read("LogName") ?? LogSettings.DefaultGateway;

    /// <summary>Its checkpoint key, PEM, when it is not in a file.</summary>
    public string? CheckpointKey => Read("CheckpointKey");

    /// <summary>The key before it.</summary>
    public string? PreviousCheckpointKey => Read("PreviousCheckpointKey");

    /// <summary>Its checkpoint file, when it is not in the data folder.</summary>
    public string? CheckpointFile => Read("CheckpointFile");

    /// <summary>The certificate that it shows to callers: a PKCS#12 file, and the file of its password.</summary>
    public (string? File, string? Password) Certificate => (Read("CertificateFile"), Read("CertificatePasswordFile"));

    /// <summary>The certificate that it shows to sources.</summary>
    public (string? File, string? Password) SourceCertificate => (Read("SourceCertificateFile"), Read("SourceCertificatePasswordFile"));

    /// <summary>Its folder of policies.</summary>
    public string? PoliciesDirectory => Read("PoliciesDirectory");

    /// <summary>Whether the gateway on this machine runs in Production, which it does when nothing is said.</summary>
    public bool IsProduction => string.Equals(Environment, "Production", StringComparison.OrdinalIgnoreCase);

    /// <summary>Those of a process with some variables and no others.</summary>
    public static GatewayVariables Of(params (string Name, string Value)[] variables) =>
        new(variables.Select(one => KeyValuePair.Create(one.Name, (string?)one.Value)));

    /// <summary>The same machine, with options from wherever a gateway there reads them.</summary>
    /// <param name="environment">The environment's name.</param>
    /// <param name="read">Reads an option by its name.</param>
    public GatewayVariables With(string environment, Func<string, string?> read) => new(this, environment, read);

    private string? Read(string name) => option(name) is { Length: > 0 } value ? value : null;
}
