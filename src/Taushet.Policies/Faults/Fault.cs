namespace Taushet.Policies.Faults;

/// <summary>One thing wrong in a policy folder or case file. Never holds data of a person.</summary>
/// <param name="File">Path relative to the loaded folder, with forward slashes.</param>
/// <param name="Line">Line from 1; 0 when the fault concerns the whole file.</param>
/// <param name="Column">Column from 1; 0 when the fault concerns the whole file.</param>
/// <param name="Kind">What kind of fault.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="ToDo">What to do about it.</param>
public sealed record Fault(string File, int Line, int Column, FaultKind Kind, string Message, string ToDo)
{
    /// <summary>One line: place, what is wrong, what to do.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}: {Message} {ToDo}";
}
