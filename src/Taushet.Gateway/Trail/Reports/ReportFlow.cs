using Grpc.Core;
using Taushet.Core.Trail;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Receive;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Trail.Reports;

/// <summary>A report of the log, as a stream.</summary>
internal sealed class ReportFlow(
    LogAdmission admission, EntryWalk walk, EntryMarks marks, IntegrityReport integrity, LogReadings readings, TimeProvider clock)
{
    private const int Most = 256;

    /// <summary>Answers the stream.</summary>
    public async Task RunAsync(Call call, string rpc, Wire.GetReportRequest asked, IServerStreamWriter<Wire.GetReportResponse> stream)
    {
        var faults = new FieldFaults();
        Check(asked, faults);
        var wire = new Wire.EntryFilter
        {
            Child = asked.Child,
            PersonReference = asked.PersonReference,
            PersonOrganisation = asked.PersonOrganisation,
            From = asked.From,
            To = asked.To,
        };
        var plan = ReportPlan.Of(asked.Kind);
        var filter = admission.Admit(call, rpc, asked.Reader, wire, faults);
        filter = plan?.Filter(filter) ?? filter;
        var state = await walk.StateAsync(call);
        var keys = await walk.KeysAsync(call, filter);
        var receipt = await readings.StoreAsync(call, new LogReading(
            EntryKind.LogReport, filter.Reader, filter.Child, $"log-report.v1\nkind {Code(asked.Kind)}\n", LogCriteria.Of(wire)));
        await stream.WriteAsync(
            new Wire.GetReportResponse
            {
                Columns = { plan?.Columns ?? IntegrityReport.Columns },
                Position = EntryForms.Of(state),
                Receipt = receipt,
            },
            call.Cancellation);
        if (plan is null)
        {
            await stream.WriteAsync(
                new Wire.GetReportResponse { Rows = { await integrity.RowsAsync(call, filter.From, filter.To) } }, call.Cancellation);
            return;
        }

        var range = new IndexRange(state.Generation, keys, filter.From, filter.To, state.Newest, After: null, OldestFirst: true);
        await (plan.Lists ? ListAsync(call, plan, filter, range, stream) : CountAsync(call, plan, filter, range, stream));
    }

    private static void Check(Wire.GetReportRequest asked, FieldFaults faults)
    {
        if (asked.Kind == Wire.ReportKind.Unspecified || !Enum.IsDefined(asked.Kind))
        {
            faults.Add("kind", "is required");
        }

        if (asked.Kind == Wire.ReportKind.Child != (asked.Child is not null))
        {
            faults.Add("child", "is required in a report on a child, and in no other");
        }

        if (asked.Kind == Wire.ReportKind.Employee != (asked.PersonReference.Length > 0))
        {
            faults.Add("person_reference", "is required in a report on an employee, and in no other");
        }
    }

    /// <summary>A report's code, as entries tell it.</summary>
    private static string Code(Wire.ReportKind kind) => kind.ToString().ToLowerInvariant();

    private async Task ListAsync(
        Call call, ReportPlan plan, EntryFilter filter, IndexRange range, IServerStreamWriter<Wire.GetReportResponse> stream)
    {
        var some = new List<MarkedEntry>();
        await foreach (var (entry, matches) in walk.WalkAsync(call, filter, range, call.Cancellation))
        {
            if (matches)
            {
                some.Add(new MarkedEntry(entry, EntryForms.Of(entry, filter.Reader)));
            }

            if (some.Count == Most)
            {
                await WriteAsync(call, plan, filter, some, stream);
            }
        }

        await WriteAsync(call, plan, filter, some, stream);
    }

    private async Task WriteAsync(
        Call call, ReportPlan plan, EntryFilter filter, List<MarkedEntry> some, IServerStreamWriter<Wire.GetReportResponse> stream)
    {
        if (some.Count == 0)
        {
            return;
        }

        await marks.AddAsync(call, some);
        StreamToken.Require(call, clock);
        await stream.WriteAsync(
            new Wire.GetReportResponse { Rows = { some.Select(one => Row(plan, filter, one)) } }, call.Cancellation);
        some.Clear();
    }

    private static Wire.ReportRow Row(ReportPlan plan, EntryFilter filter, MarkedEntry one) => new()
    {
        Keys = { plan.Keys(one.Entry, filter.Reader) ?? [] },
        Entries = 1,
        Given = one.Entry.Public.Given.IsEmpty ? 0UL : 1UL,
        First = one.Form.DecidedAt,
        Last = one.Form.DecidedAt,
        Entry = one.Form,
    };

    private async Task CountAsync(
        Call call, ReportPlan plan, EntryFilter filter, IndexRange range, IServerStreamWriter<Wire.GetReportResponse> stream)
    {
        var counts = new RowCounts();
        await foreach (var (entry, matches) in walk.WalkAsync(call, filter, range, call.Cancellation))
        {
            if (matches && plan.Keys(entry, filter.Reader) is { } keys)
            {
                counts.Add(keys, entry);
            }
        }

        foreach (var rows in counts.Rows().Chunk(Most))
        {
            StreamToken.Require(call, clock);
            await stream.WriteAsync(new Wire.GetReportResponse { Rows = { rows } }, call.Cancellation);
        }
    }
}
