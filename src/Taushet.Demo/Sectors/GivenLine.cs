using Taushet.V1;

namespace Taushet.Demo.Sectors;

/// <summary>One line of a sector system's own log: what it gave to whom. No value and no number.</summary>
/// <param name="RequestId">The gateway's request id, as hexadecimal.</param>
/// <param name="Asker">Who will receive.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Cells">The cells asked for.</param>
/// <param name="Held">Whether something was held and given.</param>
internal sealed record GivenLine(string RequestId, Service Asker, Purpose Purpose, IReadOnlyList<Cell> Cells, bool Held);
