namespace Taushet.Storage;

/// <summary>Somebody else wrote first: the writer has not seen the newest version. Nothing was stored.</summary>
public sealed class VersionConflictException : Exception
{
    /// <summary>Makes the exception.</summary>
    public VersionConflictException()
    {
    }

    /// <summary>Makes the exception with a message.</summary>
    public VersionConflictException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with a message and a cause.</summary>
    public VersionConflictException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes the exception with the versions.</summary>
    /// <param name="expected">The version the writer had seen.</param>
    /// <param name="actual">The version that is stored.</param>
    public VersionConflictException(int expected, int actual)
        : base($"The writer has seen version {expected}; version {actual} is stored.")
    {
        Expected = expected;
        Actual = actual;
    }

    /// <summary>The version the writer had seen.</summary>
    public int Expected { get; }

    /// <summary>The version that is stored.</summary>
    public int Actual { get; }
}
