namespace Taushet.Core.Vocabulary;

/// <summary>A set of members of a vocabulary enum with fewer than 64 members, one bit each. A value.</summary>
/// <typeparam name="T">A vocabulary enum whose numbers are below 64.</typeparam>
/// <param name="Bits">Bit n stands for the member with number n.</param>
public readonly record struct MemberSet<T>(ulong Bits)
    where T : struct, Enum
{
    /// <summary>Whether the set is empty.</summary>
    public bool IsEmpty => Bits == 0;

    /// <summary>The set of exactly these members.</summary>
    public static MemberSet<T> Of(params ReadOnlySpan<T> members)
    {
        var bits = 0UL;
        foreach (var member in members)
        {
            bits |= 1UL << MemberNumber.Of(member);
        }

        return new MemberSet<T>(bits);
    }

    /// <summary>Members in either set.</summary>
    public static MemberSet<T> operator |(MemberSet<T> left, MemberSet<T> right) => new(left.Bits | right.Bits);

    /// <summary>Members in both sets.</summary>
    public static MemberSet<T> operator &(MemberSet<T> left, MemberSet<T> right) => new(left.Bits & right.Bits);

    /// <summary>Members in the left set and not in the right.</summary>
    public static MemberSet<T> operator -(MemberSet<T> left, MemberSet<T> right) => new(left.Bits & ~right.Bits);

    /// <summary>Whether the member is in the set.</summary>
    public bool Contains(T member) => (Bits >> MemberNumber.Of(member) & 1) != 0;

    /// <summary>Whether the sets share a member.</summary>
    public bool Meets(MemberSet<T> other) => (Bits & other.Bits) != 0;

    /// <summary>The members, ascending.</summary>
    public IEnumerable<T> ToList()
    {
        var bits = Bits;
        return Codes<T>.Members.Where(member => (bits >> MemberNumber.Of(member) & 1) != 0);
    }

}
