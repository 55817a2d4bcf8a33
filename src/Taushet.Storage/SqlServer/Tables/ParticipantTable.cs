using Taushet.Storage.Ports;

namespace Taushet.Storage.SqlServer.Tables;

/// <summary>The register of participants.</summary>
internal static class ParticipantTable
{
    /// <summary>The registration in force: organisation, unit, service, day.</summary>
    public const string SelectInForce = """
        SELECT TOP (1) form, name, telephone, source_address, from_day, to_day
        FROM participant
        WHERE organisation = @organisation AND unit = @unit AND service = @service
            AND from_day <= @day AND (to_day IS NULL OR to_day >= @day)
        ORDER BY from_day DESC
        """;

    private const string Upsert = """
        UPDATE participant
        SET to_day = @to, form = @form, name = @name, telephone = @telephone, source_address = @source
        WHERE organisation = @organisation AND unit = @unit AND service = @service AND from_day = @from;
        INSERT INTO participant (organisation, unit, service, from_day, to_day, form, name, telephone, source_address)
        SELECT @organisation, @unit, @service, @from, @to, @form, @name, @telephone, @source
        WHERE NOT EXISTS (
            SELECT 1 FROM participant
            WHERE organisation = @organisation AND unit = @unit AND service = @service AND from_day = @from);
        """;

    public static Task WriteAsync(RegisterWrite write, Participant participant) =>
        write.ExecuteAsync(
            Upsert,
            new TypedParameters()
                .Code("@organisation", participant.Organisation, Limits.Organisation)
                .Code("@unit", participant.Unit, Limits.Organisation)
                .Number("@service", StoredForms.Member(participant.Service))
                .Number("@from", StoredForms.Day(participant.From))
                .Number("@to", StoredForms.Day(participant.To))
                .Number("@form", StoredForms.Member(participant.Form))
                .Text("@name", participant.Name, Limits.Reference)
                .Text("@telephone", participant.Telephone, Limits.Telephone)
                .Text("@source", participant.SourceAddress?.AbsoluteUri, Limits.Address));
}
