namespace Taushet.Demo.Town;

/// <summary>The gateway's log in a file, so that the tables on the screen stay readable.</summary>
internal sealed class LogFile(string path) : ILoggerProvider
{
    private readonly Lock writing = new();
    private readonly StreamWriter file = new(path, append: true) { AutoFlush = true };

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    private void Write(string line)
    {
        lock (writing)
        {
            file.WriteLine(line);
        }
    }

    private sealed class Category(LogFile log, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            log.Write($"{logLevel} {name}[{eventId.Id}] {formatter(state, exception)} {exception?.GetType().Name}".TrimEnd());
    }
}
