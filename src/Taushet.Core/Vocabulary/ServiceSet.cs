namespace Taushet.Core.Vocabulary;

/// <summary>A set of services and receivers, one bit each. A value.</summary>
/// <param name="Bits">Bit n stands for the service with number n.</param>
public readonly record struct ServiceSet(UInt128 Bits)
{
    /// <summary>Every service and receiver of the vocabulary.</summary>
    public static ServiceSet All { get; } = Of(Codes<Service>.Members.ToArray());

    /// <summary>Whether the set is empty.</summary>
    public bool IsEmpty => Bits == UInt128.Zero;

    /// <summary>The set of exactly these services.</summary>
    public static ServiceSet Of(params ReadOnlySpan<Service> services)
    {
        var bits = UInt128.Zero;
        foreach (var service in services)
        {
            bits |= UInt128.One << (int)service;
        }

        return new ServiceSet(bits);
    }

    /// <summary>Services in either set.</summary>
    public static ServiceSet operator |(ServiceSet left, ServiceSet right) => new(left.Bits | right.Bits);

    /// <summary>Services in the left set and not in the right.</summary>
    public static ServiceSet operator -(ServiceSet left, ServiceSet right) => new(left.Bits & ~right.Bits);

    /// <summary>Whether the service is in the set.</summary>
    public bool Contains(Service service) => (Bits >> (int)service & UInt128.One) != UInt128.Zero;

    /// <summary>The services, ascending.</summary>
    public IEnumerable<Service> ToList()
    {
        var bits = Bits;
        return Codes<Service>.Members.Where(service => (bits >> (int)service & UInt128.One) != UInt128.Zero);
    }
}
