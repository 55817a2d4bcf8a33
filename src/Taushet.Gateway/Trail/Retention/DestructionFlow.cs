using System.Data.Common;
using System.Globalization;
using Taushet.Core.Trail;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Release;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Trail.Retention;

/// <summary>Destruction of keys: one person orders it, another confirms it, and only then it is done.</summary>
/// <remarks>INVARIANT: no key is destroyed but on an order that another person has confirmed, and with the entry that tells of it.</remarks>
internal sealed class DestructionFlow(
    RetentionAdmission admission,
    IRetention retention,
    LogReadings readings,
    ITrailProjector projector,
    GatewayOptions options)
{
    /// <summary>How many keys at once: the log waits meanwhile.</summary>
    public const int Most = 2000;

    private const int LongestBasis = 256;
    private const int Step = 1000;

    /// <summary>Takes an order.</summary>
    public async Task<Wire.OrderDestructionResponse> OrderAsync(Call call, string rpc, Wire.OrderDestructionRequest asked, FieldFaults faults)
    {
        RetentionAdmission.Reason(asked.Basis, "basis", faults, LongestBasis);
        var (reader, scope) = admission.Admit(call, rpc, asked.Controller, asked.Scope, oneYear: false, faults);
        var order = new DestructionOrder(
            Guid.NewGuid(), scope, asked.Basis, reader.Reference, RetentionAdmission.Person(call, reader), call.Instant);
        var count = await ReadAsync(call, () => retention.CountAsync(scope, call.Instant, call.Cancellation));
        var record = string.Create(
            CultureInfo.InvariantCulture,
            $"destruction-ordered.v1\norder {order.Id:n}\n{RetentionAdmission.Text(scope)}basis {asked.Basis}\nkeys {count.Free}\nheld {count.Held}\nowed {count.Owed}\n");
        var reading = new LogReading(EntryKind.DestructionOrdered, reader, Subject: null, record, string.Empty);
        return new Wire.OrderDestructionResponse
        {
            OrderId = WireIds.Of(order.Id),
            Keys = (ulong)count.Free,
            Held = (ulong)count.Held,
            Owed = (ulong)count.Owed,
            Receipt = await readings.StoreAsync(call, reading, new RegisterChange.OfDestructionOrder(order)),
        };
    }

    /// <summary>Takes the confirmation, and destroys.</summary>
    public async Task<Wire.ConfirmDestructionResponse> ConfirmAsync(
        Call call, string rpc, Wire.ConfirmDestructionRequest asked, FieldFaults faults)
    {
        var id = RetentionAdmission.Id(asked.OrderId, "order_id", faults);
        var reader = admission.Admit(call, rpc, asked.Controller, faults);
        var order = await ReadAsync(call, () => retention.FindOrderAsync(id, call.Cancellation));
        if (order is null || !RetentionAdmission.IsOf(order.Scope, reader))
        {
            throw Refusals.NotFound(call.RequestId);
        }

        var person = RetentionAdmission.Person(call, reader);
        if (string.Equals(person, order.OrderedBy, StringComparison.Ordinal))
        {
            throw Refusals.SamePerson(call.RequestId);
        }

        var before = await ReadAsync(call, () => retention.CountAsync(order.Scope, call.Instant, call.Cancellation));
        if (before is { Free: 0, Held: > 0 })
        {
            throw Refusals.Held(call.RequestId);
        }

        if (before is { Free: 0, Owed: > 0 })
        {
            throw Refusals.StillOwed(call.RequestId);
        }

        var record = $"keys-destroyed.v1\norder {id:n}\n{RetentionAdmission.Text(order.Scope)}basis {order.Basis}\nordered-by {order.OrderedBy}\n";
        var reading = new LogReading(EntryKind.KeysDestroyed, reader, Subject: null, record, string.Empty);
        var receipt = await readings.StoreAsync(call, reading, new RegisterChange.OfDestruction(id, person, call.Instant, Most))
            ?? throw Refusals.NotFound(call.RequestId);
        await ForgetAsync(call);
        return await AnswerAsync(call, order, receipt);
    }

    private async Task<Wire.ConfirmDestructionResponse> AnswerAsync(Call call, DestructionOrder order, Wire.Receipt receipt)
    {
        var done = await ReadAsync(call, () => retention.DestructionsOfAsync(order.Id, call.Cancellation));
        var left = await ReadAsync(call, () => retention.CountAsync(order.Scope, call.Instant, call.Cancellation));
        return new Wire.ConfirmDestructionResponse
        {
            Keys = (ulong)done[^1].Keys,
            Held = (ulong)done[^1].Held,
            Owed = (ulong)done[^1].Owed,
            Remaining = (ulong)left.Free,
            Receipt = receipt,
        };
    }

    // The index follows by itself, a moment later: here it only follows before the answer.
    private async Task ForgetAsync(Call call)
    {
        try
        {
            await projector.StepAsync(Step, call.Cancellation);
        }
        catch (Exception error) when (error is DbException or IOException)
        {
            // What fills the index goes on.
        }
    }

    private async Task<T> ReadAsync<T>(Call call, Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception error) when (error is DbException or IOException)
        {
            throw Refusals.CannotRead(call.RequestId, options.GatewayRetry);
        }
    }
}
