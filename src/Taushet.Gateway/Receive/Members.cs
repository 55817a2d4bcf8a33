using Taushet.Core.Vocabulary;

namespace Taushet.Gateway.Receive;

/// <summary>Which numbers are members of a vocabulary enum.</summary>
/// <typeparam name="T">A vocabulary enum with numbers below 128.</typeparam>
internal static class Members<T>
    where T : struct, Enum
{
    private static readonly UInt128 Bits = Codes<T>.Members
        .Aggregate(UInt128.Zero, (bits, member) => bits | UInt128.One << MemberNumber.Of(member));

    /// <summary>Whether the number on the wire is a member; UNSPECIFIED is none.</summary>
    public static bool Has(int number) => number is > 0 and < 128 && (Bits >> number & UInt128.One) != UInt128.Zero;
}
