using System.Runtime.CompilerServices;

namespace Taushet.Core.Vocabulary;

/// <summary>The number of a vocabulary member, the same as on the wire.</summary>
public static class MemberNumber
{
    /// <summary>The number of a member. Every vocabulary enum has <see cref="int"/> below it.</summary>
    public static int Of<T>(T member)
        where T : struct, Enum =>
        Unsafe.As<T, int>(ref member);
}
