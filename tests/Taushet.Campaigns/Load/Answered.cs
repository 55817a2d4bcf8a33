using Taushet.V1;

namespace Taushet.Campaigns.Load;

/// <summary>One answer.</summary>
/// <param name="Receipt">Its receipt.</param>
/// <param name="Committed">Whether the receipt commits to the bytes that came with it.</param>
internal sealed record Answered(Receipt Receipt, bool Committed);
