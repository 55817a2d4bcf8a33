using Taushet.Storage.Ports;
using Taushet.Storage.Registry;
using Taushet.Storage.Sealing;
using Taushet.Storage.SqlServer.Tables;

namespace Taushet.Storage.SqlServer;

/// <summary>The person registry's events into SQL Server: each batch in one transaction.</summary>
internal sealed class SqlServerPersonFeed(SqlServerOpener opener, RegisterGate gate) : IPersonFeed
{
    public Task<int> WriteAsync(IReadOnlyList<PersonEvent> batch, CancellationToken cancellation) =>
        gate.WriteAsync(write => WriteAsync(write, opener.Options.Keys, batch), cancellation);

    public Task<bool> CompleteAsync(DateTimeOffset asOf, CancellationToken cancellation) =>
        gate.WriteAsync(
            async write =>
            {
                if (await PersonTable.FeedAsync(write) > asOf)
                {
                    return false;
                }

                await PersonTable.AdvanceAsync(write, asOf);
                return true;
            },
            cancellation);

    /// <summary>Writes events inside a transaction.</summary>
    /// <returns>How many persons changed.</returns>
    internal static async Task<int> WriteAsync(RegisterWrite write, StoreKeys keys, IReadOnlyCollection<PersonEvent> batch)
    {
        foreach (var told in batch)
        {
            foreach (var former in told.FormerNumbers)
            {
                var to = await IdentifierTable.CurrentAsync(write, SubjectLookup.OfNumber(keys, told.Number));
                await ReplaceAsync(write, keys, SubjectLookup.OfNumber(keys, former), to, told.AsOf);
            }
        }

        var asked = batch.Select(told => told.Number).Distinct(StringComparer.Ordinal)
            .ToDictionary(number => number, number => SubjectLookup.OfNumber(keys, number), StringComparer.Ordinal);
        var current = await IdentifierTable.CurrentOfAsync(write, asked.Values);
        var said = SaidOf.Each(batch, number => current.GetValueOrDefault(asked[number], asked[number]));
        return said.Count == 0 ? 0 : await PersonTable.TakeAsync(write, said);
    }

    /// <summary>Everything that is registered under one number goes to another, once.</summary>
    internal static async Task ReplaceAsync(RegisterWrite write, StoreKeys keys, byte[] former, byte[] current, DateTimeOffset at)
    {
        if (former.AsSpan().SequenceEqual(current) || await IdentifierTable.IsFormerAsync(write, former))
        {
            return;
        }

        await PersonTable.MoveAsync(write, former, current);
        await CareTable.MoveAsync(write, former, current);
        await WishTable.MoveAsync(write, former, current);
        await PersonKeyTable.MoveAsync(write, keys, former, current);
        await IdentifierTable.ReplaceAsync(write, former, current, at);
    }
}
