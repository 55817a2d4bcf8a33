using Taushet.Core.Anonymising;
using Taushet.Core.Duties;
using Taushet.Core.Policies;
using Taushet.Gateway.Law;
using Taushet.Policies.Explaining;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Consultation;

/// <summary>The anonymised form on the wire, with what people need to be told of it.</summary>
internal sealed class ConsultationForms(DutyForms duties)
{
    private const string Again = " Vurder på nytt før hver drøfting, og stans når mottakeren kjenner saken igjen.";

    /// <summary>Age, place and whose judgement it is.</summary>
    public static Wire.ConsultationTerms Terms(Generalised told, Wire.AnonymityJudge judge, Wire.AnonymityConfirmation? confirmation, int k) =>
        new()
        {
            AgeBand = told.Band is { } band ? new Wire.AgeBand { FromAge = (uint)band.From, ToAge = (uint)band.To } : null,
            PlaceExtent = (Wire.PlaceExtent)(int)told.Place.Extent,
            PlaceNumber = told.Place.Number,
            K = (uint)k,
            Judge = judge,
            Judgement = Judgement(judge, confirmation, k),
        };

    /// <summary>Adds the duties there are, and the hint.</summary>
    public void AddDuties(Wire.ConsultationTerms terms, DutyFindings? findings, Phrases phrases)
    {
        if (findings is null || findings.Owed.IsEmpty)
        {
            return;
        }

        terms.Owed.AddRange(findings.Owed.Select(duty => duties.Of(duty, phrases)));
        terms.DutyHint = "Det du har sett, ser ut til å utløse en plikt. En drøfting oppfyller den ikke: gi melding med barnets navn nå. "
            + DutySummary.Of(findings, phrases);
    }

    private static string Judgement(Wire.AnonymityJudge judge, Wire.AnonymityConfirmation? confirmation, int k) => judge switch
    {
        Wire.AnonymityJudge.Human =>
            $"At tekstene ikke røper hvem barnet er, har et menneske vurdert ({confirmation!.JudgedBy}). Systemet har ikke vurdert tekst; "
            + $"alder og sted er gjort så grove at minst {k} barn deler dem, eller stedet er utelatt." + Again,
        Wire.AnonymityJudge.Count =>
            $"Bare alder og sted er vurdert: minst {k} barn deler dem. Ingen tekst er med, for om en tekst røper hvem barnet er, må et "
            + "menneske vurdere." + Again,
        Wire.AnonymityJudge.Nobody or Wire.AnonymityJudge.Unspecified or _ =>
            "Ingen har vurdert om barnet kan kjennes igjen. Les tekstene, ta bort det som peker ut barnet, og bekreft det før noe fortelles.",
    };
}
