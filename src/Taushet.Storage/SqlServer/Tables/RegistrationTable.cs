using Taushet.Storage.Ports;

namespace Taushet.Storage.SqlServer.Tables;

/// <summary>Changes what is registered, as a confirmed proposal says.</summary>
/// <remarks>
/// INVARIANT: what a confirmed change does not list is closed from its first day on, whatever stood before.
/// </remarks>
internal static class RegistrationTable
{
    private const string CloseAll = """
        UPDATE participant SET to_day = @last
        WHERE organisation = @organisation AND unit = @unit AND service = @service AND (to_day IS NULL OR to_day > @last);
        UPDATE integration SET to_day = @last
        WHERE organisation = @organisation AND unit = @unit AND service = @service AND (to_day IS NULL OR to_day > @last);
        """;

    /// <summary>Registers from a day on, in place of all that stands from then on.</summary>
    public static async Task RegisterAsync(RegisterWrite write, RegistrationKey key, RegistrationTerms terms, DateOnly from)
    {
        await EndAsync(write, key, from.AddDays(-1)).ConfigureAwait(false);
        var period = new Participant(
            key.Organisation, key.Unit, key.Service, terms.Form, terms.Name, terms.Telephone, terms.SourceAddress, from, terms.To);
        await ParticipantTable.WriteAsync(write, period).ConfigureAwait(false);
        foreach (var system in terms.Integrations)
        {
            var integration = new Integration(
                system.Issuer, key.Organisation, key.Unit, key.Service, system.Scope, from, terms.To);
            await IntegrationTable.WriteAsync(write, integration).ConfigureAwait(false);
        }
    }

    /// <summary>Ends all that stands after a day. A period that would begin later then has no day at all.</summary>
    public static Task EndAsync(RegisterWrite write, RegistrationKey key, DateOnly last) =>
        write.ExecuteAsync(CloseAll, ProposalTable.Of(key).Number("@last", StoredForms.Day(last)));
}
