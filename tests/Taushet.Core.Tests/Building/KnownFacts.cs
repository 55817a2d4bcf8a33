using System.Collections.Immutable;
using Taushet.Core.Requests;

namespace Taushet.Core.Tests.Building;

internal static class KnownFacts
{
    public static Known<ImmutableArray<T>> ToKnown<T>(this IEnumerable<T> facts) => facts.ToImmutableArray();
}
