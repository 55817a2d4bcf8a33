using System.Collections.Immutable;

namespace Taushet.Storage.Ports;

/// <summary>A change of a register that is stored in the transaction of the entry that tells of it: both or neither.</summary>
public abstract record RegisterChange
{
    private RegisterChange()
    {
    }

    /// <summary>Events on wishes of the entry's subject, in their order.</summary>
    /// <param name="Events">At least one. Each one's own subject is not looked at.</param>
    public sealed record OfWishes(ImmutableArray<WishEvent> Events) : RegisterChange;

    /// <summary>
    /// A proposed change of the register of participants. Not stored when its id is taken, or when another change of the
    /// registration has been confirmed since its proposer looked.
    /// </summary>
    /// <param name="Proposal">The proposal.</param>
    public sealed record OfProposal(RegistryProposal Proposal) : RegisterChange;

    /// <summary>
    /// The decision of a proposal; a confirmation changes the register with it. Not stored when the proposal has been decided, or
    /// when it is confirmed after another change of the registration.
    /// </summary>
    /// <param name="Proposal">The proposal as it was read.</param>
    /// <param name="Verdict">The decision.</param>
    public sealed record OfVerdict(RegistryProposal Proposal, RegistryVerdict Verdict) : RegisterChange;
}
