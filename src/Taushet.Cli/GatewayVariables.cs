using Taushet.Storage.Log;

namespace Taushet.Cli;

/// <summary>What the gateway's own environment variables tell the tools: secrets never stand in an argument.</summary>
/// <param name="read">Reads a variable by its name; null when it is not set.</param>
internal sealed class GatewayVariables(Func<string, string?> read)
{
    /// <summary>None is set.</summary>
    public static GatewayVariables None { get; } = new(_ => null);

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
    public bool IsProduction => (read("ASPNETCORE_ENVIRONMENT") ?? read("DOTNET_ENVIRONMENT")) is null or "" or "Production";

    private string? Read(string option) => read($"Taushet__{option}") is { Length: > 0 } value ? value : null;
}
