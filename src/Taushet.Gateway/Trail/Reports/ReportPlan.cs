using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Trail.Reports;

/// <summary>What a report looks for, and how it tells it.</summary>
/// <param name="Filter">Changes the filter to what the report looks for.</param>
/// <param name="Columns">The names of a row's keys.</param>
/// <param name="Keys">A row's keys; null leaves the entry out.</param>
/// <param name="Lists">Whether each entry is a row; else entries with the same keys are counted together.</param>
internal sealed record ReportPlan(
    Func<EntryFilter, EntryFilter> Filter,
    string[] Columns,
    Func<IndexedEntry, LogReaderParty, string[]?> Keys,
    bool Lists)
{
    private const string SupplierMark = " supplier:";

    private static readonly HashSet<EntryKind> Readings =
        [EntryKind.LogSearched, EntryKind.LogRead, EntryKind.LogExported, EntryKind.LogReport, EntryKind.OwnLogRead];

    private static readonly HashSet<EntryKind> Questions = [EntryKind.Request, EntryKind.Preview, EntryKind.Assess, EntryKind.Denied];

    /// <summary>The plan of a report; null of one that is not made of entries, or is none.</summary>
    public static ReportPlan? Of(Wire.ReportKind kind) => kind switch
    {
        Wire.ReportKind.Child or Wire.ReportKind.Employee => Listing(filter => filter),
        Wire.ReportKind.Unit => new ReportPlan(
            filter => filter with { Kinds = Questions },
            ["organisation", "unit", "service", "system", "purpose"],
            (entry, _) => [entry.Public.Receiver.Organisation, entry.Public.Receiver.Unit, Service(entry), System(entry), Purpose(entry)],
            Lists: false),
        Wire.ReportKind.Emergency => Listing(filter => filter with { Emergency = true }),
        Wire.ReportKind.Graded => Listing(filter => filter with { Marks = IndexedMarks.GradedAddress }),
        Wire.ReportKind.Refusals => new ReportPlan(
            filter => filter with { Kinds = Questions, Given = false },
            ["kind", "bases", "rules"],
            (entry, reader) => [Kind(entry), Bases(entry), reader.Holds(entry.Public) ? string.Join(' ', entry.Details.Rules) : string.Empty],
            Lists: false),
        Wire.ReportKind.Outside => new ReportPlan(
            filter => filter with { Kinds = Questions },
            ["beyond", "organisation", "unit", "service"],
            OutsideKeys.Of,
            Lists: false),
        Wire.ReportKind.Family => Listing(filter => filter with { Marks = IndexedMarks.OwnFamily }),
        Wire.ReportKind.Closed => Listing(filter => filter with { Marks = IndexedMarks.AfterEnd }),
        Wire.ReportKind.Suppliers => new ReportPlan(
            filter => filter, ["supplier", "organisation", "service"], (entry, _) => Supplier(entry), Lists: false),
        Wire.ReportKind.Readers => Listing(filter => filter with { Kinds = Readings }),
        Wire.ReportKind.Integrity or Wire.ReportKind.Unspecified or _ => null,
    };

    private static ReportPlan Listing(Func<EntryFilter, EntryFilter> filter) =>
        new(filter, ["kind", "person", "role"], (entry, _) => [Kind(entry), entry.Details.Person, entry.Details.Role], Lists: true);

    private static string Kind(IndexedEntry entry) => Codes<EntryKind>.Of(entry.Public.Kind);

    private static string Service(IndexedEntry entry) => Codes<Service>.Of(entry.Public.Receiver.Service);

    private static string Purpose(IndexedEntry entry) =>
        entry.Public.Purpose.IsKnown ? Codes<Purpose>.Of(entry.Public.Purpose.Value) : string.Empty;

    private static string Bases(IndexedEntry entry) => string.Join(' ', entry.Public.Bases.ToList().Select(Codes<Basis>.Of));

    // Issuer and client; what follows tells who acted for the organisation.
    private static string System(IndexedEntry entry) => string.Join(' ', entry.Public.Caller.Split(' ').Take(2));

    private static string[]? Supplier(IndexedEntry entry)
    {
        var caller = entry.Public.Caller;
        var at = caller.IndexOf(SupplierMark, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var supplier = caller[(at + SupplierMark.Length)..].Split(' ')[0];
        var acting = EntryParties.Acting(entry.Public);
        return [supplier, acting.Organisation, Codes<Service>.Of(acting.Service)];
    }
}
