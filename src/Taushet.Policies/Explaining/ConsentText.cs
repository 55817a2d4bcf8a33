using Taushet.Core.Explaining;
using Taushet.Core.Policies;

namespace Taushet.Policies.Explaining;

/// <summary>Which consent is missing, in bokmål: from whom, and what those recorded lack.</summary>
internal static class ConsentText
{
    /// <summary>One clause without a full stop.</summary>
    public static string Of(Shortfall.NoConsent consent, Phrases phrases)
    {
        var from = consent.Givers.Select(giver => phrases.Of(giver.Requires)).Distinct(StringComparer.Ordinal).ToList();
        var text = from.Count == 0
            ? "samtykke mangler, og ingen regel sier hvem som kan gi det: et menneske må vurdere det"
            : $"samtykke mangler fra {string.Join(" eller ", from)} ({Citations(consent)})";
        text += consent.ChildMustBeHeard ? "; barnet skal høres fra 7 år" : string.Empty;
        return text + string.Concat(consent.Tried.Select(tried => $"; registrert samtykke {tried.Id:N}: {Lacks(tried, phrases)}"));
    }

    private static string Citations(Shortfall.NoConsent consent) =>
        string.Join(", ", consent.Givers.SelectMany(giver => giver.Citations).Select(citation => citation.ToString()).Distinct(StringComparer.Ordinal));

    private static string Lacks(TriedConsent tried, Phrases phrases)
    {
        var lacks = new List<string>();
        if (!tried.CoversRequest)
        {
            lacks.Add("gjelder ikke denne avgiveren, mottakeren, formålet eller dagen");
        }

        if (!tried.NamesCell)
        {
            lacks.Add("dekker ikke opplysningen, eller den er ikke deres å gi");
        }

        lacks.AddRange(tried.Failed.Select(failed => ConditionText.Of(failed, phrases)));
        return string.Join(", ", lacks);
    }
}
