using System.Collections.Concurrent;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Hosting;
using Taushet.Gateway.Options;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Identify;

/// <summary>Looks up who is registered as what; remembers an answer for a second or so.</summary>
internal sealed class Standing(IParticipantStore store, GatewayOptions options, MachineClock machine)
{
    private const int Most = 4096;
    private readonly ConcurrentDictionary<Key, Remembered> memory = new();

    /// <summary>Finds a party's registration in force on a date.</summary>
    public ValueTask<ParticipantLookup> FindAsync(Wire.Party party, DateOnly date, CancellationToken cancellation)
    {
        var key = new Key(party.OrganisationNumber, party.UnitNumber, (Service)(int)party.Service, date);
        return memory.TryGetValue(key, out var known) && machine.Time.GetElapsedTime(known.At) < options.ParticipantMemory
            ? ValueTask.FromResult(known.Lookup)
            : ReadAsync(key, cancellation);
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
