using System.Collections.Concurrent;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Altinn;
using Taushet.Gateway.Hosting;
using Taushet.Gateway.Options;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Identify;

/// <summary>Looks up who is registered as what; remembers an answer for a second or so.</summary>
internal sealed class Standing(
    IParticipantStore store,
    ISystemUserRights rights,
    GatewayOptions options,
    MachineClock machine,
    IHostEnvironment environment)
{
    private const int Most = 4096;
    private readonly ConcurrentDictionary<Key, Remembered> memory = new();
    private readonly ConcurrentDictionary<IntegrationQuery, (IntegrationLookup Lookup, long At)> integrations = new();
    private readonly bool integrationsRequired = options.IntegrationsRequired ?? !environment.IsDevelopment();

    /// <summary>Finds a party's registration in force on a date.</summary>
    public ValueTask<ParticipantLookup> FindAsync(Wire.Party party, DateOnly date, CancellationToken cancellation)
    {
        var key = new Key(party.OrganisationNumber, party.UnitNumber, (Service)(int)party.Service, date);
        return memory.TryGetValue(key, out var known) && machine.Time.GetElapsedTime(known.At) < options.ParticipantMemory
            ? ValueTask.FromResult(known.Lookup)
            : ReadAsync(key, cancellation);
    }

    /// <summary>Finds the registration that a caller acts under: as the unit its token names, and by a registered integration.</summary>
    /// <remarks>
    /// INVARIANT: without a registered integration in force a token makes no service, whatever its organisation is.
    /// Which services an organisation has says nothing of which of its systems may act as them.
    /// </remarks>
    public async ValueTask<ParticipantLookup> FindOwnAsync(Caller caller, Wire.Party party, DateOnly date, CancellationToken cancellation)
    {
        var lookup = await FindAsync(party, date, cancellation);
        if (!lookup.Available || lookup.Participant is null)
        {
            return lookup;
        }

        if (party.OrganisationNumber != caller.Organisation || (caller.Unit.Length > 0 && caller.Unit != party.UnitNumber))
        {
            return lookup with { Participant = null };
        }

        var registered = await IntegratedAsync(caller, party, date, lookup, cancellation);
        if (registered is not { Available: true, Participant: not null } || caller.SystemUser is not { } user)
        {
            return registered;
        }

        // What an owner has given to a system in Altinn narrows what is registered here, and never widens it.
        return await rights.MayActAsync(user.Id, user.Owner, cancellation) switch
        {
            true => registered,
            false => registered with { Participant = null },
            null => new ParticipantLookup(Available: false, Participant: null),
        };
    }

    private async ValueTask<ParticipantLookup> IntegratedAsync(
        Caller caller, Wire.Party party, DateOnly date, ParticipantLookup lookup, CancellationToken cancellation)
    {
        if (!integrationsRequired)
        {
            return lookup;
        }

        var query = new IntegrationQuery(caller.Issuer, party.OrganisationNumber, party.UnitNumber, (Service)(int)party.Service, date);
        var found = await ScopesAsync(query, cancellation);
        return !found.Available ? new ParticipantLookup(Available: false, Participant: null)
            : found.Scopes.Any(caller.Scopes.Contains) ? lookup
            : lookup with { Participant = null };
    }

    private async ValueTask<IntegrationLookup> ScopesAsync(IntegrationQuery query, CancellationToken cancellation)
    {
        if (integrations.TryGetValue(query, out var known) && machine.Time.GetElapsedTime(known.At) < options.ParticipantMemory)
        {
            return known.Lookup;
        }

        var lookup = await store.FindScopesAsync(query, cancellation);
        if (lookup.Available)
        {
            if (integrations.Count >= Most)
            {
                integrations.Clear();
            }

            integrations[query] = (lookup, machine.Time.GetTimestamp());
        }

        return lookup;
    }

    private async ValueTask<ParticipantLookup> ReadAsync(Key key, CancellationToken cancellation)
    {
        var lookup = await store.FindAsync(key.Organisation, key.Unit, key.Service, key.Date, cancellation);
        if (lookup.Available)
        {
            if (memory.Count >= Most)
            {
                memory.Clear();
            }

            memory[key] = new Remembered(lookup, machine.Time.GetTimestamp());
        }

        return lookup;
    }

    private readonly record struct Key(string Organisation, string Unit, Service Service, DateOnly Date);

    private sealed record Remembered(ParticipantLookup Lookup, long At);
}
