using System.Collections.Immutable;
using System.Globalization;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Fetch;
using Taushet.Gateway.Identify;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Registration;

/// <summary>Finds every field violation of a proposed registration at once.</summary>
internal sealed class RegistrationCheck(GatewayOptions options)
{
    private const int NameLength = 200;
    private const int AddressLength = 2048;
    private const int ScopeLength = 128;
    private const int MostIntegrations = 20;

    /// <summary>Reads which registration is meant; of no meaning when a violation was found.</summary>
    public static RegistrationKey Key(Wire.Party? party, FieldFaults faults)
    {
        PartyCheck.CheckService(party, "party", faults);
        var read = party ?? new Wire.Party();
        if (read.UnitNumber.Length > 0 && read.UnitNumber == read.OrganisationNumber)
        {
            faults.Add("party.unit_number", "must be empty, or another than the organisation's");
        }

        return new RegistrationKey(read.OrganisationNumber, read.UnitNumber, (Service)(int)read.Service);
    }

    /// <summary>Reads what is to be registered; of no meaning when a violation was found.</summary>
    public RegistrationTerms Terms(Wire.RegistrationTerms sent, DateOnly today, FieldFaults faults)
    {
        if (!Members<ServiceForm>.Has((int)sent.Form))
        {
            faults.Add("register.form", "is required and must be a member of the vocabulary");
        }

        if (string.IsNullOrWhiteSpace(sent.Name))
        {
            faults.Add("register.name", "is required");
        }

        TextCheck.Check(sent.Name, "register.name", faults, NameLength);
        if (!IsTelephone(sent.Telephone))
        {
            faults.Add("register.telephone", "is required: 3 to 20 digits and spaces, a plus before them if need be");
        }

        var from = Date(sent.FromDate, "register.from_date", faults) ?? today;
        DateOnly? to = sent.ToDate.Length == 0 ? null : Date(sent.ToDate, "register.to_date", faults);
        if (from < today)
        {
            faults.Add("register.from_date", "must not have passed");
        }

        if (to < from)
        {
            faults.Add("register.to_date", "must not be before from_date");
        }

        return new RegistrationTerms(
            (ServiceForm)(int)sent.Form, sent.Name.Trim(), sent.Telephone, Address(sent.SourceAddress, faults), from, to, Integrations(sent, faults));
    }

    /// <summary>Reads a required day.</summary>
    public static DateOnly? Date(string text, string field, FieldFaults faults)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        faults.Add(field, "must be a day, as 2026-09-01");
        return null;
    }

    private static bool IsTelephone(string text)
    {
        var digits = text.StartsWith('+') ? text[1..] : text;
        return text.Length <= 20
            && digits.Count(char.IsAsciiDigit) >= 3
            && digits.All(letter => char.IsAsciiDigit(letter) || letter == ' ')
            && !Core.Requests.Identifiers.NationalNumber.OccursIn(text);
    }

    private static Uri? Address(string text, FieldFaults faults)
    {
        if (text.Length == 0)
        {
            return null;
        }

        // What would be cut off a call, or tell of somebody in every log of a proxy, is no address.
        if (text.Length <= AddressLength
            && Uri.TryCreate(text, UriKind.Absolute, out var address)
            && Fetching.MayBeCalled(address)
            && address.UserInfo.Length == 0
            && address.Query.Length == 0
            && address.Fragment.Length == 0)
        {
            return address;
        }

        faults.Add("register.source_address", "must be https, without user, query or fragment; http on this machine alone");
        return null;
    }

    private ImmutableArray<RegisteredScope> Integrations(Wire.RegistrationTerms sent, FieldFaults faults)
    {
        if (sent.Integrations.Count > MostIntegrations)
        {
            faults.Add("register.integrations", "may be at most 20");
            return [];
        }

        for (var place = 0; place < sent.Integrations.Count; place++)
        {
            var (issuer, scope) = (sent.Integrations[place].Issuer, sent.Integrations[place].Scope);
            if (!IsIssuer(issuer))
            {
                faults.Add($"register.integrations[{place}].issuer", "must be the name of an issuer in the gateway's settings");
            }

            if (scope.Length is 0 or > ScopeLength || scope.Any(letter => letter is <= ' ' or >= (char)127))
            {
                faults.Add($"register.integrations[{place}].scope", "must be 1 to 128 visible ASCII characters without space");
            }
        }

        if (sent.Integrations.Distinct().Count() != sent.Integrations.Count)
        {
            faults.Add("register.integrations", "must not list one twice");
        }

        return [.. sent.Integrations.Select(one => new RegisteredScope(one.Issuer, one.Scope))];
    }

    private bool IsIssuer(string name) =>
        options.Issuers.Any(issuer => issuer.Name == name) || (options.DevelopmentIssuer && name == DevelopmentIssuer.Options.Name);
}
