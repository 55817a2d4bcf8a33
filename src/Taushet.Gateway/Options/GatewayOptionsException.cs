namespace Taushet.Gateway.Options;

/// <summary>The gateway cannot start with its options. The message lists every fault.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage(
    "Roslynator",
    "RCS1194:Implement exception constructors",
    Justification = "It is thrown in one place and always lists faults.")]
public sealed class GatewayOptionsException : Exception
{
    /// <summary>Makes the exception.</summary>
    public GatewayOptionsException(IReadOnlyList<string> faults)
        : base($"The gateway's options do not hold:{string.Concat(faults.Select(fault => $"\n  {fault}"))}") =>
        Faults = faults;

    /// <summary>Every fault.</summary>
    public IReadOnlyList<string> Faults { get; }
}
