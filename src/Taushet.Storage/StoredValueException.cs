namespace Taushet.Storage;

/// <summary>A stored value is not what this version writes. The message names a column, never a value.</summary>
public sealed class StoredValueException : Exception
{
    /// <summary>Makes the exception.</summary>
    public StoredValueException()
    {
    }

    /// <summary>Makes the exception with a message.</summary>
    public StoredValueException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with a message and a cause.</summary>
    public StoredValueException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
