using System.Collections.Immutable;
using System.Globalization;
using Taushet.Storage.Ports;
using Taushet.Storage.Rows;

namespace Taushet.Storage.Control;

/// <summary>Reads what controllers have said of entries, in either store.</summary>
internal sealed class StoredControl(ISharedTables tables) : ILogControl
{
    private const int Some = 64;

    private const string SelectFlags = $$"""
        SELECT {top} {{ControlRows.FlagColumns}} FROM entry_flag
        WHERE holder = @holder AND service = @service
            AND (@all = 1 OR EXISTS (
                SELECT 1 FROM flag_notice AS due WHERE due.flag = entry_flag.id AND due.given_at IS NULL AND due.withheld = 0))
        ORDER BY flagged_at DESC, id {limit}
        """;

    private const string SelectFlag = $"SELECT {ControlRows.FlagColumns} FROM entry_flag WHERE id = @id";

    private const string SelectNotices = $"SELECT {ControlRows.NoticeColumns} FROM flag_notice WHERE flag = @id ORDER BY told";

    private const string SelectDelay = $"SELECT {ControlRows.DelayColumns} FROM view_delay WHERE id = @id";

    private const string SelectFlagged = "SELECT log, place FROM entry_flag WHERE ";

    private const string SelectDelayed = "SELECT log, place FROM view_delay WHERE until_at > @now AND ended_at IS NULL AND ";

    public async Task<ImmutableArray<EntryFlag>> FlagsAsync(FlagQuery query, CancellationToken cancellation)
    {
        var values = new SqlValues().Code("@holder", query.Holder, 32).Number("@service", StoredForms.Member(query.Service))
            .Number("@all", query.OnlyDue ? 0 : 1).Number("@count", query.Count);
        var flags = await tables.ReadAsync(SelectFlags, values, ControlRows.ReadFlag, cancellation).ConfigureAwait(false);
        var whole = ImmutableArray.CreateBuilder<EntryFlag>(flags.Count);
        foreach (var flag in flags)
        {
            whole.Add(await WithNoticesAsync(flag, cancellation).ConfigureAwait(false));
        }

        return whole.MoveToImmutable();
    }

    public async Task<EntryFlag?> FindFlagAsync(Guid id, CancellationToken cancellation)
    {
        var found = await tables.ReadAsync(SelectFlag, new SqlValues().Id("@id", id), ControlRows.ReadFlag, cancellation).ConfigureAwait(false);
        return found is [var flag] ? await WithNoticesAsync(flag, cancellation).ConfigureAwait(false) : null;
    }

    public Task<IReadOnlySet<EntryAt>> FlaggedAsync(IReadOnlyCollection<EntryAt> entries, CancellationToken cancellation) =>
        ThoseAsync(SelectFlagged, () => new SqlValues(), entries, cancellation);

    public Task<IReadOnlySet<EntryAt>> DelayedAsync(
        IReadOnlyCollection<EntryAt> entries, DateTimeOffset now, CancellationToken cancellation) =>
        ThoseAsync(SelectDelayed, () => new SqlValues().Long("@now", StoredForms.Micros(now)), entries, cancellation);

    public async Task<ViewDelay?> FindDelayAsync(Guid id, CancellationToken cancellation) =>
        (await tables.ReadAsync(SelectDelay, new SqlValues().Id("@id", id), ControlRows.ReadDelay, cancellation).ConfigureAwait(false))
        .SingleOrDefault();

    private async Task<EntryFlag> WithNoticesAsync(EntryFlag flag, CancellationToken cancellation) => flag with
    {
        Notices = [.. await tables.ReadAsync(SelectNotices, new SqlValues().Id("@id", flag.Id), ControlRows.ReadNotice, cancellation).ConfigureAwait(false)],
    };

    private async Task<IReadOnlySet<EntryAt>> ThoseAsync(
        string sql, Func<SqlValues> begin, IReadOnlyCollection<EntryAt> entries, CancellationToken cancellation)
    {
        var found = new HashSet<EntryAt>();
        foreach (var some in entries.Chunk(Some))
        {
            var values = begin();
            var places = new List<string>();
            foreach (var (place, entry) in some.Index())
            {
                var number = place.ToString(CultureInfo.InvariantCulture);
                values.Id($"@log{number}", entry.Log).Long($"@place{number}", entry.Index);
                places.Add($"(log = @log{number} AND place = @place{number})");
            }

            found.UnionWith(await tables.ReadAsync(
                $"{sql}({string.Join(" OR ", places)})", values, row => ControlRows.ReadEntry(row, 0), cancellation).ConfigureAwait(false));
        }

        return found;
    }
}
