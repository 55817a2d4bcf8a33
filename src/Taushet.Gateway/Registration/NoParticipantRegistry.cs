using System.Collections.Immutable;
using Taushet.Storage.Ports;

namespace Taushet.Gateway.Registration;

/// <summary>Where the embedding host brings no register to administer: it cannot be read, and so not be changed.</summary>
internal sealed class NoParticipantRegistry : IParticipantRegistry
{
    /// <inheritdoc/>
    public ValueTask<RegistrationRecord?> FindAsync(RegistrationKey key, CancellationToken cancellation) => new((RegistrationRecord?)null);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<Participant>?> ListAsync(RegistrationQuery query, CancellationToken cancellation) =>
        new((ImmutableArray<Participant>?)null);

    /// <inheritdoc/>
    public ValueTask<ProposalLookup> FindProposalAsync(Guid id, CancellationToken cancellation) => new(default(ProposalLookup));

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<StoredProposal>?> ListProposalsAsync(ProposalQuery query, CancellationToken cancellation) =>
        new((ImmutableArray<StoredProposal>?)null);
}
