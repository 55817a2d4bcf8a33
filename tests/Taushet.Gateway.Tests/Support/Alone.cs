namespace Taushet.Gateway.Tests.Support;

/// <summary>Tests that measure the process and therefore run when no other test does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
