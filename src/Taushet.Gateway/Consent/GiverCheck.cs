using Taushet.Core.Consents;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Consent;

/// <summary>Checks who gives or withdraws a wish, and what shows it.</summary>
internal sealed class GiverCheck(PersonNumbers accepted)
{
    private static readonly CellSet ChildsOwn = CellCategories.WithTopics(Cell.KeptFromGuardians);

    /// <summary>Reads what was given.</summary>
    public Giving Giving(Wire.WishGiving? sent, string child, FieldFaults faults)
    {
        var giver = Giver(sent?.Giver, "giving.giver", child, faults);
        var proof = Proof(sent?.Proof ?? default, sent?.ProofReference ?? string.Empty, "giving.", faults);
        Required(sent?.InformationTextVersion ?? string.Empty, "giving.information_text_version", faults);
        return new Giving(giver.Giver, giver.Number, proof, sent?.ProofReference ?? string.Empty, sent?.InformationTextVersion ?? string.Empty);
    }

    /// <summary>Reads who withdraws.</summary>
    public Giving Withdrawal(Wire.WithdrawWishRequest sent, string child, FieldFaults faults)
    {
        var giver = Giver(sent.Giver, "giver", child, faults);
        var proof = Proof(sent.Proof, sent.ProofReference, string.Empty, faults);
        return new Giving(giver.Giver, giver.Number, proof, sent.ProofReference, TextVersion: string.Empty);
    }

    /// <summary>Checks that what is given is the giver's to give, as far as the call alone tells.</summary>
    public static void Own(WishKind kind, CellSet cells, Giving giving, FieldFaults faults)
    {
        if (kind == WishKind.Secrecy && giving.Giver.Capacity != ConsentCapacity.Self)
        {
            faults.Add("giving.giver.capacity", "must be SELF: only the child keeps something from its guardians");
        }

        if (kind == WishKind.Consent && cells.Meets(ChildsOwn) && giving.Giver.Capacity != ConsentCapacity.Self)
        {
            faults.Add("giving.giver.capacity", "must be SELF for what is kept from the guardians: it is not theirs to consent to");
        }
    }

    /// <summary>Notes a text that is absent or no short reference.</summary>
    public static void Required(string text, string field, FieldFaults faults)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            faults.Add(field, "is required");
        }

        TextCheck.Check(text, field, faults);
    }

    /// <summary>The form that goes with a proof.</summary>
    public static ConsentForm FormOf(ConsentProof proof) => proof switch
    {
        ConsentProof.SignedForm => ConsentForm.Written,
        ConsentProof.AltinnConsent or ConsentProof.ElectronicForm => ConsentForm.Electronic,
        ConsentProof.Journal => ConsentForm.OralJournalled,
        _ => ConsentForm.Written,
    };

    private (ConsentGiver Giver, string? Number) Giver(Wire.WishGiver? sent, string field, string child, FieldFaults faults)
    {
        if (sent is null || !Members<ConsentCapacity>.Has((int)sent.Capacity))
        {
            faults.Add($"{field}.capacity", "is required and must be a member of the vocabulary");
            return (default, null);
        }

        var capacity = (ConsentCapacity)(int)sent.Capacity;
        var number = sent.NationalNumber;
        var wanted = capacity != ConsentCapacity.Barnevern;
        var free = capacity == ConsentCapacity.FosterParentOrInstitution && number.Length == 0;
        if (!wanted && number.Length > 0)
        {
            faults.Add($"{field}.national_number", "must be empty for barnevern");
        }
        else if (wanted && !free)
        {
            ChildCheck.Number(number, $"{field}.national_number", accepted, faults);
            if (capacity == ConsentCapacity.Self != (number == child))
            {
                faults.Add($"{field}.national_number", "must be the child's own for SELF, and another's for every other");
            }
        }

        if (sent.LivesWithChild && capacity != ConsentCapacity.ParentWithResponsibility)
        {
            faults.Add($"{field}.lives_with_child", "is told of parents alone");
        }

        return (new ConsentGiver(capacity, sent.LivesWithChild), number.Length == 0 ? null : number);
    }

    private static ConsentProof Proof(Wire.ConsentProof sent, string reference, string prefix, FieldFaults faults)
    {
        if (!Members<ConsentProof>.Has((int)sent))
        {
            faults.Add($"{prefix}proof", "is required and must be a member of the vocabulary");
        }

        Required(reference, $"{prefix}proof_reference", faults);
        return (ConsentProof)(int)sent;
    }
}

/// <summary>Who gives or withdraws, and what shows it.</summary>
/// <param name="Giver">In what capacity.</param>
/// <param name="Number">The giver's number, or null.</param>
/// <param name="Proof">What shows it.</param>
/// <param name="Reference">Where that is.</param>
/// <param name="TextVersion">Version of the information text; empty for a withdrawal.</param>
internal sealed record Giving(ConsentGiver Giver, string? Number, ConsentProof Proof, string Reference, string TextVersion);
