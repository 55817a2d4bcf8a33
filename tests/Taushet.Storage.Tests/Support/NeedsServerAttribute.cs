namespace Taushet.Storage.Tests.Support;

/// <summary>The tests of this class, or this test, need a server that speaks TDS and T-SQL.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsServerAttribute : Attribute
{
    /// <summary>It must be SQL Server itself: it is about something that other servers lack.</summary>
    public bool Original { get; set; }
}
