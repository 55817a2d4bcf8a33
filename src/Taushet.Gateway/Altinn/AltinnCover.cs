using Taushet.Gateway.Errors;
using Taushet.Storage.Ports;

namespace Taushet.Gateway.Altinn;

/// <summary>Whether a record may rest on a consent token.</summary>
/// <remarks>INVARIANT: a record that rests on a consent token is in no part wider than one right of the token.</remarks>
internal static class AltinnCover
{
    /// <summary>Notes everything in the terms that no right of the token covers.</summary>
    /// <param name="consent">What the token shows.</param>
    /// <param name="terms">The terms of the record.</param>
    /// <param name="faults">Where it is noted.</param>
    public static void Check(AltinnConsent consent, WishTerms terms, FieldFaults faults)
    {
        if (terms.From < consent.From)
        {
            faults.Add("terms.from_date", "is before the consent in the token was given");
        }

        if (terms.To > consent.To)
        {
            faults.Add("terms.to_date", "is after the consent in the token ends");
        }

        if (!terms.Receivers.All(party => party.Organisation == consent.Receiver))
        {
            faults.Add("terms.receivers", "must all be of the organisation that the consent in the token was given to");
        }

        if (!consent.Rights.Any(right => Covers(right, terms)))
        {
            faults.Add("terms", "is wider than any one right of the token: area, holders, receivers, cells and purposes");
        }
    }

    private static bool Covers(AltinnScope right, WishTerms terms) =>
        right.Area == terms.Area
        && terms.Holders.All(party => right.Holders.Contains(party.Service))
        && terms.Receivers.All(party => right.Receivers.Contains(party.Service))
        && (terms.Cells - right.Cells).IsEmpty
        && (terms.Purposes - right.Purposes).IsEmpty;
}
