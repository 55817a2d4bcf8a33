using Taushet.Gateway.Label;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Support;

/// <summary>Which cells a record holds.</summary>
internal static class Leaves
{
    public static IEnumerable<Cell> CellsOf(ChildInformation? record) =>
        ContentWalk.CellsOf(record).ToList().Select(cell => (Cell)(int)cell);
}
