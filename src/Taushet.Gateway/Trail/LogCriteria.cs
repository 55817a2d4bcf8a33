using Google.Protobuf;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Trail;

/// <summary>What was looked for, as the entry of a reading seals it.</summary>
internal static class LogCriteria
{
    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default);

    /// <summary>The filter as JSON. The child stands in the entry as its subject, and not here.</summary>
    public static string Of(Wire.EntryFilter? filter)
    {
        var told = filter?.Clone() ?? new Wire.EntryFilter();
        told.Child = null;
        return $"log-criteria.v1\n{Formatter.Format(told)}\n";
    }
}
