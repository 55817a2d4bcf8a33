using System.Text;
using Taushet.Storage.Ports;
using Taushet.Storage.Sealing;
using Taushet.Storage.SqlServer.Tables;
using Taushet.Storage.Wishes;

namespace Taushet.Storage.SqlServer;

/// <summary>Writes the registers. Triggers raise the counters, so that no writer can forget.</summary>
internal sealed class SqlServerRegistrar(SqlServerOpener opener, RegisterGate gate) : IRegistrar
{
    private readonly PersonImport import = new(opener, gate);

    private StoreKeys Keys => opener.Options.Keys;

    public Task RegisterAsync(Participant participant, CancellationToken cancellation) =>
        WriteAsync(write => ParticipantTable.WriteAsync(write, participant), cancellation);

    public Task RegisterAsync(Integration integration, CancellationToken cancellation) =>
        WriteAsync(write => IntegrationTable.WriteAsync(write, integration), cancellation);

    public Task ImportAsync(IReadOnlyCollection<PersonRow> persons, DateTimeOffset asOf, CancellationToken cancellation) =>
        import.RunAsync(persons, asOf, cancellation);

    public Task ReplaceNumberAsync(string former, string current, DateTimeOffset at, CancellationToken cancellation) =>
        WriteAsync(
            async write =>
            {
                var from = SubjectLookup.OfNumber(Keys, former);
                var to = await CurrentAsync(write, current);
                if (from.AsSpan().SequenceEqual(to))
                {
                    throw new ArgumentException("A number cannot replace itself.", nameof(current));
                }

                await SqlServerPersonFeed.ReplaceAsync(write, Keys, from, to, at);
            },
            cancellation);

    public Task RegisterCareAsync(string nationalNumber, CareRow care, CancellationToken cancellation) =>
        WriteAsync(
            async write => await CareTable.WriteAsync(write, await CurrentAsync(write, nationalNumber), care),
            cancellation);

    public Task<int> AppendWishAsync(WishEvent wish, CancellationToken cancellation)
    {
        WishEventCheck.Require(wish);
        return gate.WriteAsync(write => AppendAsync(write, wish), cancellation);
    }

    public Task RecordAsync(StandingDecisionRow decision, CancellationToken cancellation) =>
        WriteAsync(
            async write =>
            {
                var newest = await StandingDecisionTable.NewestAsync(write, decision.Id);
                if (newest is { } stored && stored.Version >= decision.Fact.Version)
                {
                    throw new VersionConflictException(decision.Fact.Version - 1, stored.Version);
                }

                if (newest is { } other
                    && !string.Equals(other.Organisation, decision.HolderOrganisation, StringComparison.Ordinal))
                {
                    throw new ArgumentException("A standing decision stays with its organisation.", nameof(decision));
                }

                await StandingDecisionTable.WriteAsync(write, decision);
            },
            cancellation);

    private async Task<int> AppendAsync(RegisterWrite write, WishEvent wish)
    {
        var subject = await CurrentAsync(write, wish.Subject);
        var version = await WishEventTable.VersionOfAsync(write, wish.Wish);
        if (version != wish.ExpectedVersion)
        {
            throw new VersionConflictException(wish.ExpectedVersion, version);
        }

        if (wish.Terms is { } terms)
        {
            await WishTable.WriteAsync(write, subject, wish, terms);
        }
        else if (await WishTable.FindAsync(write, wish.Wish) is not { } stored
            || stored.Kind != wish.Kind
            || !stored.Subject.AsSpan().SequenceEqual(subject))
        {
            throw new ArgumentException("The event is about another subject or kind than the wish.", nameof(wish));
        }

        var (mark, number) = await SealGiverAsync(write, wish);
        await WishEventTable.WriteAsync(write, version + 1, wish, mark, number);
        return version + 1;
    }

    private async Task<(byte[]? Mark, byte[]? Number)> SealGiverAsync(RegisterWrite write, WishEvent wish)
    {
        if (wish.GiverNumber is not { } number)
        {
            return (null, null);
        }

        var key = await PersonKeyTable.GetOrCreateAsync(write, Keys, await CurrentAsync(write, number));
        return (key.MarkIn(wish.Wish), AuthenticatedBox.Seal(key.Key, Encoding.UTF8.GetBytes(number), StoredForms.Id(wish.Wish)));
    }

    private Task<byte[]> CurrentAsync(RegisterWrite write, string number) =>
        IdentifierTable.CurrentAsync(write, SubjectLookup.OfNumber(Keys, number));

    private Task WriteAsync(Func<RegisterWrite, Task> write, CancellationToken cancellation) =>
        gate.WriteAsync(
            async transaction =>
            {
                await write(transaction);
                return true;
            },
            cancellation);
}
