using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Taushet.Core.Requests;

namespace Taushet.Gateway.Altinn;

/// <summary>Reads the claims of a token whose signature holds.</summary>
/// <remarks>
/// The type is <c>urn:altinn:consent</c>. An old draft of Altinn's wrote <c>urn:altinn:concent</c>; no issuer does, and it is refused as
/// any other type: a spelling mistake in a right is no right. Of the two spellings of metadata, which are both issued, either is read,
/// but not both in one right.
/// </remarks>
internal sealed class AltinnClaims(AltinnCatalogue catalogue, AltinnExpectation expected)
{
    private const string Type = "urn:altinn:consent";
    private const string ResourceType = "urn:altinn:resource";
    private const string PersonScheme = "urn:altinn:person:identifier-no:";
    private const string Authority = "iso6523-actorid-upis";
    private const string OrganisationScheme = "0192:";
    private const string Action = "consent";
    private const int MostRights = 32;
    private const string At = "authorization_details";

    private static readonly DateTimeOffset Latest = new(9999, 12, 30, 0, 0, 0, TimeSpan.Zero);
    private readonly List<AltinnFault> faults = [];

    /// <summary>Reads the claims.</summary>
    /// <param name="details">The claim authorization_details.</param>
    /// <param name="consumer">The claim consumer: who fetched the token.</param>
    public AltinnReading Read(JsonElement details, JsonElement consumer)
    {
        if (details.ValueKind != JsonValueKind.Array || details.GetArrayLength() != 1 || details[0].ValueKind != JsonValueKind.Object)
        {
            return Refused(At, "must be a list with one consent and nothing else");
        }

        var consent = details[0];
        if (Text(consent, "type") != Type)
        {
            return Refused($"{At}[0].type", "is not that of a consent");
        }

        var id = Id(consent);
        var byChild = From(consent);
        var receiver = To(consent, consumer);
        var (consented, validTo) = Period(consent);
        var rights = Rights(consent);
        if (faults.Count > 0)
        {
            return new AltinnReading(Consent: null, faults);
        }

        var last = OsloTime.DateAt(validTo.AddSeconds(1)).AddDays(-1);
        var first = OsloTime.DateAt(consented);
        return last < OsloTime.DateAt(expected.Instant)
            ? Refused($"{At}[0].validTo", "leaves no whole day")
            : new AltinnReading(new AltinnConsent(id, byChild, consented, first, last, receiver, rights), []);
    }

    private AltinnReading Refused(string claim, string rule)
    {
        faults.Add(new AltinnFault(claim, rule));
        return new AltinnReading(Consent: null, faults);
    }

    private Guid Id(JsonElement consent)
    {
        if (!Guid.TryParseExact(Text(consent, "id"), "D", out var id))
        {
            faults.Add(new AltinnFault($"{At}[0].id", "is no id of a consent"));
        }

        return id;
    }

    // The one who consented must be the one who is said to have given it: the child, or a guardian that the caller has verified.
    private bool From(JsonElement consent)
    {
        if (Text(consent, "from") != PersonScheme + expected.GiverNumber)
        {
            faults.Add(new AltinnFault($"{At}[0].from", "is not the person who is said to have given the consent"));
        }

        return string.Equals(expected.GiverNumber, expected.ChildNumber, StringComparison.Ordinal);
    }

    private string To(JsonElement consent, JsonElement consumer)
    {
        var to = consent.TryGetProperty("to", out var party) ? Organisation(party) : null;
        if (to is null || (expected.Receiver is { } receiver && to != receiver))
        {
            faults.Add(new AltinnFault($"{At}[0].to", "is not the receiver"));
        }
        else if (Organisation(consumer) != to)
        {
            faults.Add(new AltinnFault("consumer", "is not the one the consent was given to"));
        }

        return to ?? string.Empty;
    }

    private (DateTimeOffset Consented, DateTimeOffset ValidTo) Period(JsonElement consent)
    {
        var consented = Time(consent, "consented");
        var validTo = Time(consent, "validTo");
        if (consented is { } given && given > expected.Instant)
        {
            faults.Add(new AltinnFault($"{At}[0].consented", "lies ahead"));
        }

        if (validTo is { } end && (end <= expected.Instant || end <= consented))
        {
            faults.Add(new AltinnFault($"{At}[0].validTo", "has passed"));
        }

        // What Altinn lets stand without end is given the last end that can be counted with.
        return (consented ?? expected.Instant, validTo is { } time && time > Latest ? Latest : validTo ?? expected.Instant);
    }

    private DateTimeOffset? Time(JsonElement consent, string claim)
    {
        var text = Text(consent, claim) ?? string.Empty;
        var hasZone = text.EndsWith('Z') || (text.Length > 6 && text[^3] == ':' && text[^6] is '+' or '-');
        if (hasZone && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        faults.Add(new AltinnFault($"{At}[0].{claim}", "is no time with its zone"));
        return null;
    }

    private ImmutableArray<AltinnScope> Rights(JsonElement consent)
    {
        if (!consent.TryGetProperty("consentRights", out var list)
            || list.ValueKind != JsonValueKind.Array
            || list.GetArrayLength() is 0 or > MostRights)
        {
            faults.Add(new AltinnFault($"{At}[0].consentRights", $"must list from 1 to {MostRights} rights"));
            return [];
        }

        var scopes = ImmutableArray.CreateBuilder<AltinnScope>();
        foreach (var (place, right) in list.EnumerateArray().Index())
        {
            if (Right(right, $"{At}[0].consentRights[{place}]") is { } scope)
            {
                scopes.Add(scope);
            }
        }

        return scopes.ToImmutable();
    }

    private AltinnScope? Right(JsonElement right, string at)
    {
        if (right.ValueKind != JsonValueKind.Object
            || !right.TryGetProperty("action", out var action)
            || action.ValueKind != JsonValueKind.Array
            || action.GetArrayLength() != 1
            || action[0].ValueKind != JsonValueKind.String
            || !action[0].ValueEquals(Action))
        {
            faults.Add(new AltinnFault($"{at}.action", "must be consent alone"));
            return null;
        }

        if (!right.TryGetProperty("resource", out var resources)
            || resources.ValueKind != JsonValueKind.Array
            || resources.GetArrayLength() != 1
            || Text(resources[0], "type") != ResourceType
            || Text(resources[0], "value") is not { } resource)
        {
            faults.Add(new AltinnFault($"{at}.resource", "must be one resource"));
            return null;
        }

        return Metadata(right, at) is { } metadata ? catalogue.ScopeOf(resource, metadata, at, faults) : null;
    }

    private Dictionary<string, string>? Metadata(JsonElement right, string at)
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        var spellings = right.EnumerateObject().Where(property => property.Name is "metaData" or "metadata").ToList();
        if (spellings.Count > 1)
        {
            faults.Add(new AltinnFault($"{at}.metadata", "stands in two spellings"));
            return null;
        }

        if (spellings is not [var told] || told.Value.ValueKind == JsonValueKind.Null)
        {
            return metadata;
        }

        if (told.Value.ValueKind != JsonValueKind.Object
            || told.Value.EnumerateObject().Any(pair => pair.Value.ValueKind != JsonValueKind.String))
        {
            faults.Add(new AltinnFault($"{at}.metadata", "must be texts by key"));
            return null;
        }

        foreach (var pair in told.Value.EnumerateObject())
        {
            metadata[pair.Name] = pair.Value.GetString()!;
        }

        return metadata;
    }

    private static string? Organisation(JsonElement party) =>
        party.ValueKind == JsonValueKind.Object
        && Text(party, "authority") == Authority
        && Text(party, "ID") is { } id
        && id.StartsWith(OrganisationScheme, StringComparison.Ordinal)
            ? id[OrganisationScheme.Length..]
            : null;

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
