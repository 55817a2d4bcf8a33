using System.Globalization;
using System.Runtime.CompilerServices;

namespace Taushet;

/// <summary>
/// Numbers, dates and texts are written and compared alike on every machine, whatever language it is set to. Compiled into every
/// program, and runs before anything else of it.
/// </summary>
internal static class InvariantCulture
{
    [ModuleInitializer]
    internal static void Set()
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
    }
}
