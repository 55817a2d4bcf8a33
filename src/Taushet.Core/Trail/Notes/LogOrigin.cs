namespace Taushet.Core.Trail.Notes;

/// <summary>The name of a log in its checkpoints: <c>key name/log id</c>, the id as 32 lower-case hex digits.</summary>
public static class LogOrigin
{
    /// <summary>Writes the origin of a log.</summary>
    /// <param name="keyName">The name of the keys that sign for the log.</param>
    /// <param name="log">The log.</param>
    /// <exception cref="ArgumentException">The name is none that a key can have.</exception>
    public static string Of(string keyName, Guid log) =>
        NoteKey.IsName(keyName)
            ? $"{keyName}/{log:n}"
            : throw new ArgumentException("A key's name has no blank and no plus sign.", nameof(keyName));

    /// <summary>The name of the keys that sign for the log of an origin: what stands before its last slash.</summary>
    public static string KeyNameOf(string origin) => origin[..Math.Max(0, origin.LastIndexOf('/'))];
}
