using System.Data.Common;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Trail;

/// <summary>Adds to entries what was said or done of them since: that their key was destroyed, and that they were unlawful.</summary>
internal sealed class EntryMarks(IRetention retention, ILogControl control, GatewayOptions options)
{
    /// <summary>Adds.</summary>
    /// <exception cref="Grpc.Core.RpcException">UNAVAILABLE when it cannot be read: an entry is not shown without it.</exception>
    public async Task AddAsync(Call call, IReadOnlyList<MarkedEntry> entries)
    {
        try
        {
            var flagged = await control.FlaggedAsync([.. entries.Select(At)], call.Cancellation);
            var unlinked = entries.Where(one => one.Entry.Details.Marks.HasFlag(IndexedMarks.Unlinked)).ToList();
            var destroyed = await retention.DestroyedAsync([.. unlinked.Select(one => one.Entry.Subject)], call.Cancellation);
            foreach (var one in entries)
            {
                one.Form.Unlawful = flagged.Contains(At(one));
                one.Form.DestroyedUnder = destroyed.TryGetValue(one.Entry.Subject, out var destruction) ? destruction.Basis : string.Empty;
            }
        }
        catch (Exception error) when (error is DbException or IOException)
        {
            throw Refusals.CannotRead(call.RequestId, options.GatewayRetry);
        }
    }

    private static EntryAt At(MarkedEntry one) => new(one.Entry.Log, one.Entry.Index);
}

/// <summary>An entry and its form on the wire.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Form">Its form.</param>
internal readonly record struct MarkedEntry(IndexedEntry Entry, Wire.AccessEntry Form);
