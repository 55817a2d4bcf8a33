namespace Taushet.Cli.Tests.Support;

/// <summary>Sets environment variables of this process, and puts them back.</summary>
internal sealed class ProcessVariables : IDisposable
{
    private readonly List<(string Name, string? Before)> before = [];

    public ProcessVariables(IEnumerable<(string Name, string Value)> variables)
    {
        foreach (var (name, value) in variables)
        {
            before.Add((name, Environment.GetEnvironmentVariable(name)));
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    public void Dispose()
    {
        foreach (var (name, value) in before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }
}

/// <summary>Tests that change the variables of the process run alone.</summary>
[CollectionDefinition(nameof(ProcessVariables), DisableParallelization = true)]
public sealed class ProcessVariablesAlone;
