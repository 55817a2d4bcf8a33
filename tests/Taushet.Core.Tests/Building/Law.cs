using Taushet.Core.Decisions;
using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Building;

/// <summary>A small rule book: the rules given, everything justified by one need of one purpose, any giver enough.</summary>
internal static class Law
{
    public static PurposeNeeds Everything { get; } =
        new(Purpose.ChangeOfSchool, ServiceSet.All, [(Need.Teach, CellSet.All)]);

    public static PolicySet Of(params Rule[] rules) => Of(Rules.Giver("parents", GiverRequirement.BothParents), rules);

    public static PolicySet Of(GiverRule giver, params Rule[] rules) => new("hash", rules, [giver], [Everything]);

    public static Decision Decides(this PolicySet law, Request request) => Decider.Decide(request, Children.Known, law);

    public static Decision Decides(this PolicySet law, Request request, Facts facts) =>
        Decider.Decide(request, facts, law);
}
