using Taushet.Core.Requests;

namespace Taushet.Core.Tests.Building;

/// <summary>The same world with one fact not known: missing, stale or unreadable.</summary>
internal static class Unknowing
{
    public static IEnumerable<World> EachFactOf(World world)
    {
        var (facts, evidence) = (world.Facts, world.Request.Evidence);
        yield return world with { Facts = facts with { Age = default } };
        yield return world with { Facts = facts with { Dead = default } };
        yield return world with { Facts = facts with { HiddenAddress = default } };
        yield return world with { Facts = facts with { ContactBan = default } };
        yield return world with { Facts = facts with { Grading = default } };
        yield return world with { Facts = facts with { Consents = default } };
        yield return world with { Facts = facts with { Objections = default } };
        yield return world with { Facts = facts with { Secrecies = default } };
        yield return world with { Facts = facts with { StandingDecisions = default } };
        yield return world with { Facts = Facts.None };
        if (evidence.Order is { } order)
        {
            yield return Bring(world, evidence with { Order = order with { Written = default } });
        }

        if (evidence.Report is { } report)
        {
            yield return Bring(world, evidence with { Report = report with { Acute = default } });
        }
    }

    private static World Bring(World world, Evidence evidence) => world with { Request = world.Request.Bring(evidence) };
}
