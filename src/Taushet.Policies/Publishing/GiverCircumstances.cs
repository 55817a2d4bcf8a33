using System.Globalization;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Publishing;

/// <summary>
/// When a rule on who consents holds, in bokmål: age, care, parental responsibility, and the purposes it is confined to.
/// Without it the book would name who consents and not for whom.
/// </summary>
internal static class GiverCircumstances
{
    /// <summary>The circumstances, separated by semicolons; "alltid" where there are none.</summary>
    public static string Of(GiverRule giver, Phrases phrases)
    {
        var parts = Parts(giver.When).Select(Words);
        if (!giver.Purposes.IsEmpty)
        {
            parts = parts.Append("bare for " + string.Join(", ", giver.Purposes.ToList().Select(phrases.Of)));
        }

        var text = string.Join("; ", parts);
        return text.Length == 0 ? "alltid" : text;
    }

    private static IEnumerable<Condition> Parts(Condition when) => when is Condition.All all ? all.Parts.SelectMany(Parts) : [when];

    private static string Words(Condition part) => part switch
    {
        Condition.Between { Slot: FactSlot.Age } age => Age(age.Least, age.Most),
        Condition.In { Slot: FactSlot.Care } care =>
            "omsorg: " + Either(care.Values.Select(value => Care((CareSituation)value))),
        Condition.In { Slot: FactSlot.Responsibility } responsibility =>
            "foreldreansvar: " + Either(responsibility.Values.Select(value => Responsibility((ParentalResponsibility)value))),
        Condition.In { Slot: FactSlot.ConsentKeptFromGuardians } => "det foreldrene lovlig ikke kjenner",

        // A rule that tests anything else has to be given words here first: a jurist must not read less than what decides.
        _ => throw new InvalidOperationException($"No words for {part}. Add them to {nameof(GiverCircumstances)}."),
    };

    private static string Age(int least, int most) => (least > 0, most < int.MaxValue) switch
    {
        (true, true) => string.Create(CultureInfo.InvariantCulture, $"fra {least} til og med {most} år"),
        (true, false) => string.Create(CultureInfo.InvariantCulture, $"fra {least} år"),
        (false, true) => string.Create(CultureInfo.InvariantCulture, $"under {most + 1} år"),
        (false, false) => "uansett alder",
    };

    private static string Either(IEnumerable<string> words) => string.Join(" eller ", words);

    private static string Care(CareSituation care) => care switch
    {
        CareSituation.Parents => "hos foreldrene",
        CareSituation.VoluntaryPlacement => "frivillig plassering (bvl §§ 3-2, 3-3)",
        CareSituation.EmergencyOrder => "akuttvedtak (bvl § 4-2)",
        CareSituation.MovingBan => "flytteforbud (bvl § 4-3)",
        CareSituation.CareOrder => "omsorgsovertakelse (bvl § 5-1)",
        CareSituation.ResponsibilityRemoved => "fratatt foreldreansvar (bvl § 5-8)",
        CareSituation.BehaviourInstitution => "institusjon (bvl §§ 6-1, 6-2)",
        CareSituation.CareCentre => "omsorgssenter (bvl kapittel 11)",
    };

    private static string Responsibility(ParentalResponsibility responsibility) => responsibility switch
    {
        ParentalResponsibility.JointTogether => "felles, barnet bor med begge",
        ParentalResponsibility.JointOneHome => "felles, barnet bor fast hos den ene",
        ParentalResponsibility.Sole => "den ene alene",
        ParentalResponsibility.Survivor => "den gjenlevende alene",
        ParentalResponsibility.Others => "andre enn foreldrene",
    };
}
