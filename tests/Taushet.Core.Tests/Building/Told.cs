using Taushet.Core.Decisions;

namespace Taushet.Core.Tests.Building;

/// <summary>Everything a decision or an explanation says, as text: equal texts are equal to whoever reads them.</summary>
internal static class Told
{
    public static string Of(Decision decision) => string.Join(
        '\n',
        [
            $"{decision.Asked}|{decision.Must}|{decision.ByHand}|{decision.MayOnRequest}|{decision.HolderMayGive}",
            $"{decision.HolderDecided}|{decision.RoutedToHuman}|{decision.Relevant}",
            $"{decision.ClosedTraits.Bits}|{decision.Obligations.Bits}",
            .. decision.Applied.Select(applied => $"{applied.Rule.Id}|{applied.Cells}|{applied.Near}"),
            .. decision.ReliedConsents.Select(id => $"{id}"),
        ]);

    public static string Of(Explanation why) => string.Join(
        '|',
        [
            $"{why.Cell}|{why.Outcome}|{why.Extent}|{why.DecidingRule?.Id}|{why.Obligations.Bits}|{why.Routes.Bits}",
            .. why.Citations.Select(citation => citation.ToString()),
        ]);
}
