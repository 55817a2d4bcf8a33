using System.Globalization;
using Taushet.Core.Explaining;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Explaining;

/// <summary>What a rule lacked, in bokmål.</summary>
public static class ShortfallText
{
    /// <summary>One clause without a full stop.</summary>
    public static string Of(Shortfall shortfall, Phrases phrases) => shortfall switch
    {
        Shortfall.OtherFlow other => $"gjelder bare når {List(other.Meant, phrases)}",
        Shortfall.NotInForce dated => $"gjelder ikke den dagen ({Dates(dated)})",
        Shortfall.NoBasis { OneOf.IsEmpty: true } => "kan ikke påberopes",
        Shortfall.NoBasis basis => $"grunnlaget er ikke påberopt: {List(basis.OneOf, phrases)}",
        Shortfall.OtherPurpose { OneOf.IsEmpty: true } => "har ikke noe formål",
        Shortfall.OtherPurpose purpose => $"formålet må være {List(purpose.OneOf, phrases)}",
        Shortfall.NoNeed { Justifying.IsEmpty: true } => "formålet kan ikke trenge dette hos mottakeren",
        Shortfall.NoNeed need => $"ikke oppgitt som nødvendig for å {List(need.Justifying, phrases)}",
        Shortfall.Fact fact => ConditionText.Of(fact.Failed, phrases),
        Shortfall.OutsideScope scope => $"står ikke i det som avgrenser: {phrases.Of(scope.Within)}",
        Shortfall.Objected objected => objected.Readable ? "pasienten har motsatt seg det" : "om pasienten har motsatt seg det, er ikke kjent",
        Shortfall.KeptByChild kept => kept.Readable ? "barnet holder det tilbake" : "om barnet holder det tilbake, er ikke kjent",
        Shortfall.Closed closed => $"stengt av {closed.Closes.Id} «{closed.Closes.Title}»",
        Shortfall.UnboundReceiver limit => $"mottakeren har ikke taushetsplikt ({limit.Limits.Id})",
        Shortfall.NoConsent consent => ConsentText.Of(consent, phrases),
        Shortfall.HolderHasNotDecided => "avgiver har ikke bestemt seg for å gi det",
        _ => throw new InvalidOperationException("The shortfalls are closed."),
    };

    /// <summary>Members of a set, as a reader lists alternatives.</summary>
    internal static string List<T>(MemberSet<T> members, Phrases phrases)
        where T : struct, Enum =>
        string.Join(" eller ", members.ToList().Select(phrases.Of));

    private static string Dates(Shortfall.NotInForce dated) => dated.To is { } to
        ? string.Create(CultureInfo.InvariantCulture, $"fra {dated.From:yyyy-MM-dd} til {to:yyyy-MM-dd}")
        : string.Create(CultureInfo.InvariantCulture, $"fra {dated.From:yyyy-MM-dd}");
}
