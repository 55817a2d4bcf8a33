using Taushet.Core.Vocabulary;

namespace Taushet.Cli.Trail.Export;

/// <summary>The columns of the tabular exports, in their order. A name is kept for ever; new columns come last.</summary>
internal static class EntryColumns
{
    public static IReadOnlyList<(string Name, Func<ExportedEntry, string> Value)> All { get; } =
    [
        ("time", entry => entry.Time),
        ("kind", entry => entry.Kind),
        ("flow", entry => entry.Flow),
        ("receiver_organisation", entry => entry.Receiver.Organisation),
        ("receiver_unit", entry => entry.Receiver.Unit),
        ("receiver_service", entry => Codes<Service>.Of(entry.Receiver.Service)),
        ("holder_organisation", entry => entry.Holder.Organisation),
        ("holder_unit", entry => entry.Holder.Unit),
        ("holder_service", entry => Codes<Service>.Of(entry.Holder.Service)),
        ("person", entry => entry.Person),
        ("role", entry => entry.Role),
        ("purpose", entry => entry.Purpose),
        ("bases", entry => entry.Bases),
        ("given", entry => entry.Given),
        ("outcomes", entry => entry.Outcomes),
        ("rules", entry => entry.Rules),
        ("child_pseudonym", entry => entry.Pseudonym),
        ("request_id", entry => entry.Request),
        ("law_date", entry => entry.LawDate),
        ("policy_hash", entry => entry.PolicyHash),
        ("caller", entry => entry.Caller),
        ("log_id", entry => entry.Log),
        ("index", entry => entry.Index),
        ("entry_id", entry => entry.Id),
    ];
}
