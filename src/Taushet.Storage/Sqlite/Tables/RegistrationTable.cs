using Dapper;
using Microsoft.Data.Sqlite;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Sqlite.Tables;

/// <summary>Changes what is registered, as a confirmed proposal says.</summary>
/// <remarks>
/// INVARIANT: what a confirmed change does not list is closed from its first day on, whatever stood before.
/// </remarks>
internal static class RegistrationTable
{
    private const string OfKey = "organisation = @organisation AND unit = @unit AND service = @service";

    private static readonly string[] Tables = ["participant", "integration"];

    /// <summary>Registers from a day on, in place of all that stands from then on.</summary>
    public static void Register(SqliteConnection connection, RegistrationKey key, RegistrationTerms terms, DateOnly from)
    {
        End(connection, key, from.AddDays(-1));
        ParticipantTable.Write(connection, new Participant(
            key.Organisation, key.Unit, key.Service, terms.Form, terms.Name, terms.Telephone, terms.SourceAddress, from, terms.To));
        foreach (var system in terms.Integrations)
        {
            IntegrationTable.Write(connection, new Integration(
                system.Issuer, key.Organisation, key.Unit, key.Service, system.Scope, from, terms.To));
        }
    }

    /// <summary>Ends all that stands after a day. A period that would begin later then has no day at all.</summary>
    public static void End(SqliteConnection connection, RegistrationKey key, DateOnly last)
    {
        foreach (var table in Tables)
        {
            connection.Execute(
                $"UPDATE {table} SET to_day = @last WHERE {OfKey} AND (to_day IS NULL OR to_day > @last)",
                new
                {
                    organisation = key.Organisation,
                    unit = key.Unit,
                    service = StoredForms.Member(key.Service),
                    last = StoredForms.Day(last),
                });
        }
    }
}
