namespace Taushet.Cli.Load;

/// <summary>One server under load.</summary>
/// <param name="Name">Its name in the figures.</param>
/// <param name="Call">One call. Throws when the answer is not the right one.</param>
public sealed record LoadTarget(string Name, Func<CancellationToken, Task> Call);
