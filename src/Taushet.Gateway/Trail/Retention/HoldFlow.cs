using System.Data.Common;
using Google.Protobuf.WellKnownTypes;
using Taushet.Core.Trail;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Release;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Trail.Retention;

/// <summary>Legal holds: placed, lifted and listed.</summary>
internal sealed class HoldFlow(RetentionAdmission admission, IRetention retention, LogReadings readings, GatewayOptions options)
{
    /// <summary>Places a hold.</summary>
    public async Task<Wire.PlaceHoldResponse> PlaceAsync(Call call, string rpc, Wire.PlaceHoldRequest asked, FieldFaults faults)
    {
        RetentionAdmission.Reason(asked.Reason, "reason", faults);
        var (reader, scope) = admission.Admit(call, rpc, asked.Controller, asked.Scope, oneYear: true, faults);
        var hold = new LegalHold(
            Guid.NewGuid(), scope, asked.Reason, reader.Reference, RetentionAdmission.Person(call, reader), call.Instant);
        var record = $"hold-placed.v1\nhold {hold.Id:n}\n{RetentionAdmission.Text(scope)}reason {asked.Reason}\n";
        var reading = new LogReading(EntryKind.HoldPlaced, reader, Subject: null, record, string.Empty);
        var receipt = await readings.StoreAsync(call, reading, new RegisterChange.OfHold(hold));
        return new Wire.PlaceHoldResponse { HoldId = WireIds.Of(hold.Id), Receipt = receipt };
    }

    /// <summary>Lifts a hold.</summary>
    public async Task<Wire.LiftHoldResponse> LiftAsync(Call call, string rpc, Wire.LiftHoldRequest asked, FieldFaults faults)
    {
        RetentionAdmission.Reason(asked.Reason, "reason", faults);
        var id = RetentionAdmission.Id(asked.HoldId, "hold_id", faults);
        var reader = admission.Admit(call, rpc, asked.Controller, faults);
        var hold = await ReadAsync(call, () => retention.FindHoldAsync(id, call.Cancellation));
        if (hold is null || !RetentionAdmission.IsOf(hold.Scope, reader))
        {
            throw Refusals.NotFound(call.RequestId);
        }

        var lifting = new HoldLifting(RetentionAdmission.Person(call, reader), call.Instant, asked.Reason);
        var record = $"hold-lifted.v1\nhold {id:n}\n{RetentionAdmission.Text(hold.Scope)}reason {asked.Reason}\n";
        var reading = new LogReading(EntryKind.HoldLifted, reader, Subject: null, record, string.Empty);
        return new Wire.LiftHoldResponse
        {
            Receipt = await readings.StoreAsync(call, reading, new RegisterChange.OfHoldLifted(id, lifting))
                ?? throw Refusals.DoneAlready(call.RequestId),
        };
    }

    /// <summary>Lists holds.</summary>
    public async Task<Wire.ListHoldsResponse> ListAsync(Call call, string rpc, Wire.ListHoldsRequest asked, FieldFaults faults)
    {
        var reader = admission.Admit(call, rpc, asked.Controller, faults);
        var holds = await ReadAsync(call, () => retention.HoldsAsync(reader.Party.Organisation, call.Cancellation));
        var own = holds.Where(hold => hold.Scope.Holder.Length == 0 || RetentionAdmission.IsOf(hold.Scope, reader)).ToList();
        return new Wire.ListHoldsResponse
        {
            Holds = { own.Select(Form) },
            Receipt = await readings.StoreAsync(
                call, new LogReading(EntryKind.LogReport, reader, Subject: null, $"holds.v1\nshown {own.Count}\n", string.Empty)),
        };
    }

    private static Wire.LegalHold Form(LegalHold hold) => new()
    {
        HoldId = WireIds.Of(hold.Id),
        OneChild = hold.Scope.Subject is not null,
        Year = (uint)hold.Scope.FirstYear,
        Reason = hold.Reason,
        Reference = hold.Reference,
        PlacedBy = hold.PlacedBy,
        PlacedAt = Timestamp.FromDateTimeOffset(hold.PlacedAt),
        EveryHolder = hold.Scope.Holder.Length == 0,
    };

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
