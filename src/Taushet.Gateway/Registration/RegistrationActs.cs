using System.Globalization;
using System.Text;
using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Holder;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Registration;

/// <summary>What entries tell of changes of the register: to the auditors of the organisation they are about.</summary>
internal static class RegistrationActs
{
    /// <summary>The act of an administrator.</summary>
    public static HolderAct Of(EntryKind kind, RegistryProposal proposal, RegistryActor by, string reason)
    {
        var (organisation, unit, service) = (proposal.Key.Organisation, proposal.Key.Unit, proposal.Key.Service);
        var form = proposal.Terms is { } terms ? terms.Form : Known<ServiceForm>.Unknown;
        var party = new PartyRef(organisation, unit, service, form);

        // One subject for all of an organisation's registrations: no two changes of it share a transaction.
        var subject = new SubjectKey(NationalNumber: null, $"registration {organisation}");
        var person = new Wire.ActingPerson { Reference = by.Administrator, Role = "administrator" };
        return new HolderAct(kind, party, party, Known<Purpose>.Unknown, subject, person, Text(proposal, reason));
    }

    private static string Text(RegistryProposal proposal, string reason)
    {
        var text = new StringBuilder(512);
        text.Append("registration.v1\n");
        text.Append(CultureInfo.InvariantCulture, $"proposal {proposal.Id:N}\n");
        text.Append(CultureInfo.InvariantCulture, $"seen-version {proposal.SeenVersion}\n");
        text.Append("proposed-by ").Append(proposal.By.Administrator).Append('\n');
        foreach (var warning in proposal.Warnings)
        {
            text.Append("warning ").Append(RegistrationForms.Code(warning)).Append('\n');
        }

        if (proposal.Terms is { } terms)
        {
            Terms(text, terms);
        }
        else
        {
            text.Append(CultureInfo.InvariantCulture, $"last {proposal.LastDay:yyyy-MM-dd}\n");
        }

        return text.Append("reason\n").Append(reason).Append('\n').ToString();
    }

    private static void Terms(StringBuilder text, RegistrationTerms terms)
    {
        text.Append("form ").Append(Codes<ServiceForm>.Of(terms.Form)).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"from {terms.From:yyyy-MM-dd}\nto {terms.To:yyyy-MM-dd}\n");
        text.Append("source ").Append(terms.SourceAddress?.GetLeftPart(UriPartial.Path) ?? "-").Append('\n');
        foreach (var system in terms.Integrations)
        {
            text.Append("integration ").Append(system.Issuer).Append(' ').Append(system.Scope).Append('\n');
        }
    }
}
