using Taushet.Storage.Ports;

namespace Taushet.Storage.Log;

/// <summary>The disclosures of one batch. Two of one sender and id may be about two children, and so share a batch.</summary>
internal sealed class DisclosedIds
{
    private readonly HashSet<(string Sender, Guid Id)> seen = [];

    /// <summary>Whether an earlier change of the batch is a disclosure of the same sender and id.</summary>
    public bool IsRepeated(RegisterChange? change) =>
        change is RegisterChange.OfDisclosure { Disclosure: var row } && !seen.Add((row.Sender.Organisation, row.Id));
}
