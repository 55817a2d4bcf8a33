namespace Taushet.Gateway.Identify;

/// <summary>Reads the second token of a call, by which a machine proves who its user is.</summary>
/// <remarks>
/// It comes in <c>taushet-person-token</c>, with <c>taushet-person-proof</c> when it is bound to a key.
/// INVARIANT: a person's token that does not hold proves nobody, and stops nothing that needs no proof.
/// </remarks>
internal sealed class PersonAssertions(TokenValidator validator, BoundTokens bound, TokenRefusals refusals)
{
    /// <summary>The header of the token.</summary>
    public const string TokenHeader = "taushet-person-token";

    /// <summary>The header of its proof.</summary>
    public const string ProofHeader = "taushet-person-proof";

    /// <summary>Adds the person that the call's second token proves; the caller as it is when there is none that holds.</summary>
    public async ValueTask<Caller> AddAsync(Caller caller, HttpContext http)
    {
        var header = http.Request.Headers[TokenHeader];
        if (header.Count == 0 || caller.Person is not null)
        {
            return caller;
        }

        if (header.Count != 1 || header[0] is not { Length: > 0 } token)
        {
            refusals.Note(TokenRefusals.Unlisted, TokenFault.Header);
            return caller;
        }

        return await validator.ValidateAsync(token, http.RequestAborted) is { Caller: { } asserted }
            ? await AddAsync(caller, asserted, token, http)
            : caller;
    }

    private async ValueTask<Caller> AddAsync(Caller caller, Caller asserted, string token, HttpContext http)
    {
        // Of another organisation the person may be real, but does not work here.
        if (asserted.Person is not { } person || person.Organisation != caller.Organisation)
        {
            refusals.Note(asserted.Issuer, TokenFault.Person);
            return caller;
        }

        var presented = new Presented(token, asserted.Binding.Key is not null);
        var fault = await bound.CheckAsync(asserted.Binding, presented, http.Request.Headers[ProofHeader], http);
        if (fault != TokenFault.None)
        {
            refusals.Note(asserted.Issuer, fault);
            return caller;
        }

        var until = asserted.Until < caller.Until ? asserted.Until : caller.Until;
        return caller with { Person = person, Attest = asserted.Attest, Until = until };
    }
}
