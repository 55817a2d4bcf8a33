using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Taushet.Cli.Tests;

public sealed class CultureTests
{
    [Theory]
    [InlineData("taushet")]
    public void Program_OnAnyMachine_SetsTheInvariantCulture(string program)
    {
        var set = Assembly.Load(program).GetType("Taushet.InvariantCulture", throwOnError: true)!
            .GetMethod("Set", BindingFlags.Static | BindingFlags.NonPublic)!;

        set.GetCustomAttribute<ModuleInitializerAttribute>().ShouldNotBeNull();
        CultureInfo.DefaultThreadCurrentCulture.ShouldBe(CultureInfo.InvariantCulture);
        CultureInfo.CurrentCulture.ShouldBe(CultureInfo.InvariantCulture);
    }
}
