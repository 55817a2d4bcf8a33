using Taushet.Core.Trail;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Trail.Index;

/// <summary>An entry on its way into the index.</summary>
/// <param name="Row">The entry.</param>
/// <param name="LeafHash">Its stored leaf hash.</param>
/// <param name="Details">What its private parts tell.</param>
/// <param name="Keys">What it is found by.</param>
internal sealed record IndexLine(EntryRow Row, byte[] LeafHash, IndexedDetails Details, IReadOnlyCollection<IndexKey> Keys);
