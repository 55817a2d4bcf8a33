using System.Globalization;
using Taushet.Core.Trail;
using Taushet.Storage.Ports;

namespace Taushet.Cli.Trail.Export;

/// <summary>The entry of an export by whoever operates the gateway.</summary>
/// <param name="Reader">The operator's reference.</param>
/// <param name="Reference">What the export is for.</param>
/// <param name="Format">Its form.</param>
/// <param name="Selection">What it holds.</param>
internal sealed record OperatorReading(string Reader, string Reference, string Format, ExportSelection Selection)
{
    /// <summary>Stores the entry.</summary>
    /// <returns>Whether it is durable: else nothing may be exported.</returns>
    public async Task<bool> StoreAsync(IAuditStore audit, TimeProvider clock, CancellationToken cancellation)
    {
        var draft = OperatorEntry.Draft(
            EntryKind.LogExported,
            Reader,
            Reference,
            $"log-export.v1\nformat {Format}\n",
            string.Create(CultureInfo.InvariantCulture, $"log-criteria.v1\nfrom {Selection.From}\nto {Selection.To}\n"),
            clock.GetUtcNow());
        var subject = Selection.Child ?? new SubjectKey(null, "log-reader operator");
        var result = await audit.AppendAsync(draft, subject, Selection.Organisation, FactVersions.NotRead, cancellation);
        return result.Match(_ => true, () => false, () => false, () => false);
    }
}
