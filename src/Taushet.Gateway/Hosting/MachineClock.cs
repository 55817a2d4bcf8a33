namespace Taushet.Gateway.Hosting;

/// <summary>The machine's own clock, for deadlines and memories. The clock of the law is the host's TimeProvider.</summary>
/// <param name="Time">Measures elapsed time and tells deadlines on the wire.</param>
internal sealed record MachineClock(TimeProvider Time);
