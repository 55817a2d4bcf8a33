using System.Globalization;
using Taushet.Core.Trail;
using Taushet.Core.Trail.Unlawful;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Trail.Retention;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Trail.Control;

/// <summary>Unlawful accesses: flagged by their holder, with the notices they must lead to.</summary>
internal sealed class FlagFlow(
    LogAdmission admission, EntryFinding finding, NoticeFinding notices, ILogControl control, LogReadings readings)
{
    private const int MostFlags = 500;

    /// <summary>Flags an entry.</summary>
    public async Task<Wire.FlagUnlawfulResponse> FlagAsync(Call call, string rpc, Wire.FlagUnlawfulRequest asked, FieldFaults faults)
    {
        var place = EntryFinding.Read(asked.Entry, faults);
        RetentionAdmission.Reason(asked.Reason, "reason", faults);
        var risk = Risk(asked.Risk, faults);
        var known = EntryFinding.Time(asked.KnownAt, "known_at", faults);
        if (known > call.Instant)
        {
            faults.Add("known_at", "must not be after now");
        }

        if (asked.Child?.SubjectCase != Wire.ChildRef.SubjectOneofCase.NationalNumber)
        {
            faults.Add("child.national_number", "is required");
        }

        var filter = admission.Admit(call, rpc, asked.Controller, new Wire.EntryFilter { Child = asked.Child }, faults);
        var reader = filter.Reader;
        var found = await finding.FindAsync(call, reader, place);
        var entry = await finding.OpenAsync(call, reader, found, filter.Child!.Value);
        var flag = new EntryFlag(
            Guid.NewGuid(),
            place,
            reader.Party.Organisation,
            reader.Party.Service,
            asked.Reason,
            risk,
            known,
            RetentionAdmission.Person(call, reader),
            call.Instant,
            await notices.FindAsync(call, entry, asked.Child!.NationalNumber, risk, known));
        var reading = new LogReading(EntryKind.UnlawfulFlagged, reader, filter.Child, FlagForms.Text(flag), string.Empty)
        {
            Receiver = entry.Public.Receiver,
            Holder = entry.Public.Holder,
        };
        return new Wire.FlagUnlawfulResponse
        {
            Receipt = await readings.StoreAsync(call, reading, new RegisterChange.OfFlag(flag)) ?? throw Refusals.DoneAlready(call.RequestId),
            Flag = FlagForms.Of(flag),
        };
    }

    /// <summary>Records a notice.</summary>
    public async Task<Wire.RecordNoticeResponse> NoticeAsync(Call call, string rpc, Wire.RecordNoticeRequest asked, FieldFaults faults)
    {
        RetentionAdmission.Reason(asked.NoticeReference, "notice_reference", faults, TextCheck.ReferenceLength);
        var id = RetentionAdmission.Id(asked.FlagId, "flag_id", faults);
        if (!Members<NoticeTo>.Has((int)asked.To))
        {
            faults.Add("to", "must be a member of the vocabulary");
        }

        var reader = admission.Admit(call, rpc, asked.Controller, filter: null, faults).Reader;
        var flag = await finding.ReadAsync(call, () => control.FindFlagAsync(id, call.Cancellation));
        var to = (NoticeTo)(int)asked.To;
        if (flag is null || !IsOf(flag.Holder, flag.Service, reader) || flag.Notices.All(notice => notice.To != to))
        {
            throw Refusals.NotFound(call.RequestId);
        }

        var given = new NoticeGiven(RetentionAdmission.Person(call, reader), call.Instant, asked.NoticeReference);
        var record = $"notice-given.v1\nflag {id:n}\nto {Codes<NoticeTo>.Of(to)}\nreference {given.Reference}\n";
        var reading = new LogReading(EntryKind.NoticeGiven, reader, Subject: null, record, string.Empty);
        var receipt = await readings.StoreAsync(call, reading, new RegisterChange.OfNotice(id, to, given))
            ?? throw Refusals.DoneAlready(call.RequestId);
        var now = await finding.ReadAsync(call, () => control.FindFlagAsync(id, call.Cancellation));
        return new Wire.RecordNoticeResponse { Flag = FlagForms.Of(now!), Receipt = receipt };
    }

    /// <summary>Lists flags.</summary>
    public async Task<Wire.ListFlagsResponse> ListAsync(Call call, string rpc, Wire.ListFlagsRequest asked, FieldFaults faults)
    {
        var reader = admission.Admit(call, rpc, asked.Reader, filter: null, faults).Reader;
        var query = new FlagQuery(reader.Party.Organisation, reader.Party.Service, asked.OnlyDue, MostFlags);
        var flags = await finding.ReadAsync(call, () => control.FlagsAsync(query, call.Cancellation));
        var record = string.Create(CultureInfo.InvariantCulture, $"flags.v1\nshown {flags.Length}\n");
        return new Wire.ListFlagsResponse
        {
            Flags = { flags.Select(FlagForms.Of) },
            Receipt = await readings.StoreAsync(call, new LogReading(EntryKind.LogReport, reader, Subject: null, record, string.Empty)),
        };
    }

    /// <summary>Whether something is the reader's party's.</summary>
    public static bool IsOf(string holder, Service service, LogReaderParty reader) =>
        string.Equals(holder, reader.Party.Organisation, StringComparison.Ordinal) && service == reader.Party.Service;

    private static BreachRisk Risk(Wire.BreachRisk risk, FieldFaults faults)
    {
        if (!Members<BreachRisk>.Has((int)risk))
        {
            faults.Add("risk", "is required");
            return BreachRisk.High;
        }

        return (BreachRisk)(int)risk;
    }
}
