using System.Globalization;
using Taushet.Core.Duties;
using Taushet.Storage.Ports;
using Taushet.Storage.Rows;
using Taushet.Storage.Sealing;

namespace Taushet.Storage.Reports;

/// <summary>Reads how far barnevern has come with reports, in either store.</summary>
internal sealed class StoredReportProgress(ISharedTables tables, StoreKeys keys) : IReportProgress
{
    private const int Some = 64;

    private const string SelectSteps = $"SELECT {ReportStepRows.Columns} FROM report_step WHERE delivery IN ";

    private const string SelectAnswered = "SELECT reply_to FROM disclosure WHERE state <> 3 AND reply_to IN ";

    private readonly OrganisationSealer sealer = ReportStepRows.Sealer(keys);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ReportProgress>> OfAsync(
        string receiver, IReadOnlyList<Guid> deliveries, CancellationToken cancellation)
    {
        var steps = new List<ReportStepRow>();
        var answered = new HashSet<Guid>();
        foreach (var some in deliveries.Chunk(Some))
        {
            var names = $"({string.Join(", ", some.Select((_, place) => Name(place)))})";
            steps.AddRange(await tables.ReadAsync(
                SelectSteps + names, Named(some), row => ReportStepRows.Read(row, receiver, sealer), cancellation).ConfigureAwait(false));
            answered.UnionWith(await tables.ReadAsync(
                SelectAnswered + names, Named(some), row => StoredForms.Id(row.GetFieldValue<byte[]>(0)), cancellation).ConfigureAwait(false));
        }

        var byDelivery = steps.ToLookup(step => step.Delivery);
        return [.. deliveries.Select(delivery => Progress(byDelivery[delivery]) with { Answered = answered.Contains(delivery) })];
    }

    private static ReportProgress Progress(IEnumerable<ReportStepRow> steps) => steps.Aggregate(ReportProgress.None, (progress, row) => row.Step switch
    {
        ReportStep.InvestigationOpened => progress with { OpenedOn = row.Day },
        ReportStep.InvestigationNotOpened => progress with { NotOpenedOn = row.Day },
        ReportStep.InvestigationExtended => progress with { ExtendedOn = row.Day },
        ReportStep.InvestigationEnded => progress with { EndedOn = row.Day, FollowedUp = row.FollowedUp },
        ReportStep.FollowUpTold => progress with { FollowUpToldOn = row.Day },
    });

    private static string Name(int place) => string.Create(CultureInfo.InvariantCulture, $"@delivery{place}");

    private static SqlValues Named(Guid[] deliveries)
    {
        var values = new SqlValues();
        foreach (var (place, delivery) in deliveries.Index())
        {
            values.Id(Name(place), delivery);
        }

        return values;
    }
}
