namespace Taushet.Core.Requests;

/// <summary>A fact that may be unknown: missing, stale or unreadable. Unknown is neither true nor false.</summary>
/// <typeparam name="T">What is known.</typeparam>
public readonly record struct Known<T>
{
    private readonly T value;

    private Known(T value)
    {
        this.value = value;
        IsKnown = true;
    }

    /// <summary>The fact is unknown. The default value.</summary>
    public static Known<T> Unknown => default;

    /// <summary>Whether the fact is known.</summary>
    public bool IsKnown { get; }

    /// <summary>The fact, which must be known.</summary>
    public T Value => IsKnown ? value : throw new InvalidOperationException("The fact is unknown.");

    /// <summary>A known fact.</summary>
    public static implicit operator Known<T>(T value) => new(value);

    /// <summary>The fact, or what to use when it is unknown.</summary>
    public T Or(T whenUnknown) => IsKnown ? value : whenUnknown;

    /// <inheritdoc/>
    public override string ToString() => IsKnown ? $"{value}" : "unknown";
}
