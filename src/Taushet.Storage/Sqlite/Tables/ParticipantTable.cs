using Dapper;
using Microsoft.Data.Sqlite;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Sqlite.Tables;

/// <summary>The register of participants.</summary>
internal static class ParticipantTable
{
    private const string Upsert = """
        INSERT INTO participant (organisation, unit, service, from_day, to_day, form, name, telephone, source_address)
        VALUES (@organisation, @unit, @service, @from, @to, @form, @name, @telephone, @source)
        ON CONFLICT (organisation, unit, service, from_day) DO UPDATE SET
            to_day = excluded.to_day, form = excluded.form, name = excluded.name, telephone = excluded.telephone,
            source_address = excluded.source_address
        """;

    public static void Write(SqliteConnection connection, Participant participant) =>
        connection.Execute(
            Upsert,
            new
            {
                organisation = participant.Organisation,
                unit = participant.Unit,
                service = StoredForms.Member(participant.Service),
                from = StoredForms.Day(participant.From),
                to = StoredForms.Day(participant.To),
                form = StoredForms.Member(participant.Form),
                name = participant.Name,
                telephone = participant.Telephone,
                source = participant.SourceAddress?.AbsoluteUri,
            });
}
