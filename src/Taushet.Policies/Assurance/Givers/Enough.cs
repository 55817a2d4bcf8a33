using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Assurance.Givers;

/// <summary>Whose consent is enough, said once: where one parent is, it need not be said that both are.</summary>
internal static class Enough
{
    /// <summary>In words: "both-parents", "one-parent or self", "nobody".</summary>
    public static string Of(IEnumerable<GiverRequirement> holding)
    {
        var all = holding.Distinct().Order().ToList();
        var least = all.Where(more => !all.Exists(less => less != more && Covers(more, less))).Select(Codes<GiverRequirement>.Of).ToList();
        return least.Count == 0 ? "nobody" : string.Join(" or ", least);
    }

    /// <summary>Whether all whom the one names are among those whom the other names.</summary>
    private static bool Covers(GiverRequirement more, GiverRequirement less) =>
        Words(less).All(wanted => Words(more).Any(word =>
            word == wanted || (wanted == "one-parent" && word is "both-parents" or "home-parent")));

    private static string[] Words(GiverRequirement requires) => Codes<GiverRequirement>.Of(requires).Split("-and-");
}
