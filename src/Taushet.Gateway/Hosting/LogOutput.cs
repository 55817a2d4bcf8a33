namespace Taushet.Gateway.Hosting;

/// <summary>Where logs go: JSON lines in production, readable lines in Development.</summary>
internal static class LogOutput
{
    /// <summary>Sets it up.</summary>
    public static void Add(ILoggingBuilder logging, bool development, Action<ILoggingBuilder>? change)
    {
        logging.ClearProviders();
        logging.SetMinimumLevel(LogLevel.Information);

        // The libraries' own lines hold addresses and exception texts that are not in our catalogue.
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("Grpc", LogLevel.Critical);
        logging.AddFilter("System", LogLevel.Warning);
        if (change is not null)
        {
            change(logging);
        }
        else if (development)
        {
            logging.AddSimpleConsole(console => console.SingleLine = true);
        }
        else
        {
            logging.AddJsonConsole(console => console.UseUtcTimestamp = true);
        }
    }
}
