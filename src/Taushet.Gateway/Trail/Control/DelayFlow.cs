using System.Globalization;
using Taushet.Core.Trail;
using Taushet.Core.Trail.OwnView;
using Taushet.Core.Trail.Unlawful;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Release;
using Taushet.Gateway.Trail.Retention;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Trail.Control;

/// <summary>Delays of the person's own view of an entry: on a ground that the law knows, and never without an end.</summary>
internal sealed class DelayFlow(
    LogAdmission admission, EntryFinding finding, ILogControl control, LogViewPolicy policy, LogReadings readings)
{
    /// <summary>Delays.</summary>
    public async Task<Wire.DelayViewResponse> DelayAsync(Call call, string rpc, Wire.DelayViewRequest asked, FieldFaults faults)
    {
        var place = EntryFinding.Read(asked.Entry, faults);
        RetentionAdmission.Reason(asked.Reason, "reason", faults);
        var until = EntryFinding.Time(asked.Until, "until", faults);
        var ground = Ground(call, asked, until, faults);
        var reader = admission.Admit(call, rpc, asked.Controller, filter: null, faults).Reader;
        var entry = await finding.FindAsync(call, reader, place);
        var delay = new ViewDelay(
            Guid.NewGuid(),
            place,
            reader.Party.Organisation,
            reader.Party.Service,
            ground!.Id,
            ground.Citation,
            asked.Reason,
            until,
            RetentionAdmission.Person(call, reader),
            call.Instant);
        var record = string.Create(
            CultureInfo.InvariantCulture,
            $"view-delay.v1\ndelay {delay.Id:n}\nentry {place.Log:n} {place.Index}\nground {ground.Id}\nuntil {until.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}\nreason {asked.Reason}\n");
        var reading = new LogReading(EntryKind.ViewDelayed, reader, Subject: null, record, string.Empty)
        {
            Receiver = entry.Public.Receiver,
            Holder = entry.Public.Holder,
        };
        return new Wire.DelayViewResponse
        {
            DelayId = WireIds.Of(delay.Id),
            Citation = ground.Citation,
            Receipt = await readings.StoreAsync(call, reading, new RegisterChange.OfDelay(delay)),
        };
    }

    /// <summary>Ends a delay.</summary>
    public async Task<Wire.EndViewDelayResponse> EndAsync(Call call, string rpc, Wire.EndViewDelayRequest asked, FieldFaults faults)
    {
        var id = RetentionAdmission.Id(asked.DelayId, "delay_id", faults);
        var reader = admission.Admit(call, rpc, asked.Controller, filter: null, faults).Reader;
        var delay = await finding.ReadAsync(call, () => control.FindDelayAsync(id, call.Cancellation));
        if (delay is null || !FlagFlow.IsOf(delay.Holder, delay.Service, reader))
        {
            throw Refusals.NotFound(call.RequestId);
        }

        var change = new RegisterChange.OfDelayEnded(id, RetentionAdmission.Person(call, reader), call.Instant);
        var reading = new LogReading(EntryKind.ViewDelayEnded, reader, Subject: null, $"view-delay-ended.v1\ndelay {id:n}\n", string.Empty);
        return new Wire.EndViewDelayResponse
        {
            Receipt = await readings.StoreAsync(call, reading, change) ?? throw Refusals.DoneAlready(call.RequestId),
        };
    }

    private DelayGround? Ground(Call call, Wire.DelayViewRequest asked, DateTimeOffset until, FieldFaults faults)
    {
        var service = (Core.Vocabulary.Service)(int)(asked.Controller?.Party?.Service ?? Wire.Service.Unspecified);
        var ground = policy.Delays.FirstOrDefault(one => string.Equals(one.Id, asked.Ground, StringComparison.Ordinal));
        if (ground is null || !ground.Services.Contains(service))
        {
            faults.Add("ground", "must be a ground of policies/log-view.yaml that is for the controller's service");
        }
        else if (until <= call.Instant || until > call.Instant.AddDays(ground.Days))
        {
            faults.Add("until", $"must be after now, and at most {ground.Days} days after it on this ground");
        }

        return ground;
    }
}
