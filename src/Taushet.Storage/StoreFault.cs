namespace Taushet.Storage;

/// <summary>A failure of the store, without any value: safe to log.</summary>
/// <param name="Operation">What was done.</param>
/// <param name="Error">The kind of exception.</param>
/// <param name="Code">The database's own number for it: SQLite's extended result code, SQL Server's error number, or 0.</param>
public readonly record struct StoreFault(string Operation, string Error, int Code);
