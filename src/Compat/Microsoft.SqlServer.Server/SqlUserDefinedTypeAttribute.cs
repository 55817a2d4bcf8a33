namespace Microsoft.SqlServer.Server;

/// <summary>Marks a type as a user-defined type of the server.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = false, Inherited = true)]
public sealed class SqlUserDefinedTypeAttribute : Attribute
{
    /// <summary>Makes the mark.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The format is neither native nor user-defined.</exception>
    public SqlUserDefinedTypeAttribute(Format format)
    {
        if (format is not (Format.Native or Format.UserDefined))
        {
            throw new ArgumentOutOfRangeException(nameof(format));
        }

        Format = format;
    }

    /// <summary>How the type is serialised.</summary>
    public Format Format { get; }

    /// <summary>Whether the order of its bytes is the order of its values.</summary>
    public bool IsByteOrdered { get; set; }

    /// <summary>Whether all its values have the same length.</summary>
    public bool IsFixedLength { get; set; }

    /// <summary>The greatest length of a value in bytes; -1 without a bound.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than -1.</exception>
    public int MaxByteSize
    {
        get;
        set => field = value >= -1 ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    /// <summary>The type's name in the database, or null for its own.</summary>
    public string? Name { get; set; }

    /// <summary>The method that validates a value, or null.</summary>
    public string? ValidationMethodName { get; set; }
}
