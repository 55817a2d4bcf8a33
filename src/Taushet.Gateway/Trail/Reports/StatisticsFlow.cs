using System.Globalization;
using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Core.Trail.Statistics;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Receive;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Trail.Reports;

/// <summary>Counts of one whole week, with small numbers hidden.</summary>
/// <remarks>
/// INVARIANT: two statistics of a party are of the same week or of weeks that do not overlap, and of all its requests: no difference of
/// two answers is of fewer.
/// </remarks>
internal sealed class StatisticsFlow(LogAdmission admission, EntryWalk walk, LogReadings readings)
{
    private const uint FirstYear = 2000;
    private const int Week = 7;
    private const long MicrosecondsADay = 86_400_000_000;

    /// <summary>Answers.</summary>
    public async Task<Wire.GetStatisticsResponse> RunAsync(Call call, string rpc, Wire.GetStatisticsRequest asked, FieldFaults faults)
    {
        var monday = Monday(call, asked, faults);
        if (asked.Reader?.Party?.UnitNumber.Length > 0)
        {
            faults.Add("reader.party.unit_number", "must be empty: units could be subtracted from one another");
        }

        if (asked.By == Wire.StatisticBy.Unspecified || !Enum.IsDefined(asked.By))
        {
            faults.Add("by", "is required");
        }

        var filter = admission.Admit(call, rpc, asked.Reader, filter: null, faults) with
        {
            Kinds = new HashSet<EntryKind> { EntryKind.Request },
        };
        var state = await walk.StateAsync(call);
        var counts = await CountAsync(call, filter, asked.By, state, monday);
        var hidden = SmallNumbers.Hide([.. counts.Values]);
        var record = string.Create(CultureInfo.InvariantCulture, $"log-statistics.v1\nby {asked.By}\nweek {asked.Year} {asked.Week}\n");
        var response = new Wire.GetStatisticsResponse
        {
            Position = EntryForms.Of(state),
            Receipt = await readings.StoreAsync(
                call, new LogReading(EntryKind.LogReport, filter.Reader, Subject: null, record, string.Empty)),
        };
        foreach (var (place, code) in counts.Keys.Index())
        {
            var count = new Wire.StatisticCount { Code = code };
            if (hidden.Counts[place] is { } number)
            {
                count.Count = (ulong)number;
            }

            response.Counts.Add(count);
        }

        if (hidden.Total is { } total)
        {
            response.Total = (ulong)total;
        }

        return response;
    }

    private async Task<SortedDictionary<string, long>> CountAsync(
        Call call, EntryFilter filter, Wire.StatisticBy by, IndexState state, DateOnly monday)
    {
        // The days are those of Oslo, which begin at most two hours before those of UTC.
        var from = (monday.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        var keys = await walk.KeysAsync(call, filter with { Kinds = new HashSet<EntryKind>() });
        var range = new IndexRange(
            state.Generation, keys, from - MicrosecondsADay, from + ((Week + 1) * MicrosecondsADay), state.Newest, After: null, OldestFirst: true);
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        await foreach (var (entry, matches) in walk.WalkAsync(call, filter, range, call.Cancellation))
        {
            var day = OsloTime.DateAt(DateTimeOffset.UnixEpoch.AddTicks(entry.Public.TimeMicros * TimeSpan.TicksPerMicrosecond));
            if (matches && day >= monday && day < monday.AddDays(Week))
            {
                var code = Code(entry.Public, by, filter.Reader);
                counts[code] = counts.GetValueOrDefault(code) + 1;
            }
        }

        return counts;
    }

    private static string Code(PublicPart part, Wire.StatisticBy by, LogReaderParty reader) => by switch
    {
        Wire.StatisticBy.OtherService => Codes<Service>.Of(reader.OtherOf(part).Service),
        Wire.StatisticBy.Purpose => part.Purpose.IsKnown ? Codes<Purpose>.Of(part.Purpose.Value) : "none",
        Wire.StatisticBy.Given => part.Given.IsEmpty ? "nothing" : "given",
        Wire.StatisticBy.Flow => Codes<Flow>.Of(part.Flow),
        Wire.StatisticBy.Unspecified or _ => string.Empty,
    };

    private static DateOnly Monday(Call call, Wire.GetStatisticsRequest asked, FieldFaults faults)
    {
        if (asked.Year is < FirstYear or >= KeyScope.Forever || asked.Week < 1 || asked.Week > ISOWeek.GetWeeksInYear((int)asked.Year))
        {
            faults.Add("week", "must be a week of the ISO year");
            return DateOnly.MinValue.AddDays(Week);
        }

        var monday = DateOnly.FromDateTime(ISOWeek.ToDateTime((int)asked.Year, (int)asked.Week, DayOfWeek.Monday));
        if (monday.AddDays(Week) > call.LawDate)
        {
            faults.Add("week", "must be over");
        }

        return monday;
    }
}
