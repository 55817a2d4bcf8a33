using Taushet.Core.Vocabulary;
using Taushet.Gateway.Altinn;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Receive;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Consent;

/// <summary>Takes a consent token of Altinn as what shows that a consent was given.</summary>
internal sealed class AltinnProof(IAltinnConsents altinn)
{
    private const string Field = "giving.altinn_token";

    /// <summary>Reads the token, when there is one.</summary>
    /// <returns>What was given, with the consent at Altinn for its reference; and what the token shows, or null.</returns>
    public async Task<(Giving Giving, AltinnConsent? Token)> ReadAsync(
        Call call, Wire.WishGiving? sent, string child, Giving giving, FieldFaults faults)
    {
        if (sent?.AltinnToken is not { Length: > 0 } token)
        {
            return (giving, null);
        }

        if (giving.Proof != ConsentProof.AltinnConsent)
        {
            faults.Add("giving.proof", "must be ALTINN_CONSENT with a token of Altinn");
        }

        if (giving.Number is not { } number)
        {
            faults.Add(Field, "shows what one person consented to: the giver's number is required");
            return (giving, null);
        }

        var expected = new AltinnExpectation(child, number, Receiver: null, call.Instant);
        var reading = await altinn.ReadAsync(token, expected, call.Cancellation);
        foreach (var fault in reading.Faults)
        {
            faults.Add(fault.Claim.Length == 0 ? Field : $"{Field}.{fault.Claim}", fault.Rule);
        }

        return reading.Consent is { } consent ? (giving with { Reference = consent.Reference }, consent) : (giving, null);
    }

    /// <summary>Notes everything in the terms that the token does not cover; nothing when there is none.</summary>
    public static void Cover(AltinnConsent? token, WishKind kind, WishTerms terms, FieldFaults faults)
    {
        if (token is null || faults.Any)
        {
            return;
        }

        if (kind == WishKind.Consent)
        {
            AltinnCover.Check(token, terms, faults);
        }
        else
        {
            faults.Add(Field, "is for a consent alone");
        }
    }
}
