using Google.Protobuf.WellKnownTypes;
using Taushet.Core.Decisions;
using Taushet.Core.Vocabulary;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Release;

/// <summary>Groups the cells that share one explanation; every cell stands in exactly one group.</summary>
/// <param name="forms">The wire forms of the rules.</param>
internal sealed class CellGrouping(RuleForms forms)
{
    private const int UsualGroups = 16;

    /// <summary>Makes the groups, ordered by each group's lowest cell.</summary>
    /// <param name="cells">Every cell to speak of.</param>
    /// <param name="classify">What to say of a cell.</param>
    public List<Wire.CellGroup> Group(CellSet cells, Func<Cell, Saying> classify)
    {
        var groups = new List<(Saying Saying, Explanation Explanation, Wire.CellGroup Group)>(UsualGroups);
        foreach (var cell in cells)
        {
            var saying = classify(cell);
            Find(groups, saying, cell).Cells.Add((Wire.Cell)(int)cell);
        }

        return groups.ConvertAll(group => group.Group);
    }

    private Wire.CellGroup Find(
        List<(Saying Saying, Explanation Explanation, Wire.CellGroup Group)> groups,
        Saying saying,
        Cell cell)
    {
        // Cells of which the same rules speak have the same explanation: it is composed once for all of them.
        foreach (var known in groups)
        {
            if (known.Saying.SpeaksAlike(saying, known.Explanation.Cell, cell))
            {
                return known.Group;
            }
        }

        var explanation = saying.Explain(cell);
        foreach (var known in groups)
        {
            if (known.Saying.SaysAlike(saying) && Same(known.Explanation, explanation))
            {
                return known.Group;
            }
        }

        var group = Form(saying, explanation);
        groups.Add((saying, explanation, group));
        return group;
    }

    private static bool Same(Explanation left, Explanation right) =>
        left.Outcome == right.Outcome
        && left.Extent == right.Extent
        && ReferenceEquals(left.DecidingRule, right.DecidingRule)
        && left.Obligations == right.Obligations
        && left.Routes == right.Routes
        && left.Citations.AsSpan().SequenceEqual(right.Citations.AsSpan());

    /// <summary>A group of an explanation, without its cells.</summary>
    public Wire.CellGroup Form(Saying saying, Explanation explanation)
    {
        var group = new Wire.CellGroup
        {
            Outcome = (Wire.Outcome)(int)explanation.Outcome,
            Extent = (Wire.Extent)(int)explanation.Extent,
            RuleId = explanation.DecidingRule?.Id ?? string.Empty,
            Title = explanation.DecidingRule?.Title ?? string.Empty,
            Reason = saying.Reason is { } reason ? (Wire.ReasonCode)(int)reason : Wire.ReasonCode.Unspecified,
            RetryAfter = saying.RetryAfter is { } retry ? Duration.FromTimeSpan(retry) : null,
        };
        forms.AddTo(group.Citations, explanation.Citations);
        for (var bits = explanation.Obligations.Bits; bits != 0; bits &= bits - 1)
        {
            group.Obligations.Add((Wire.Obligation)System.Numerics.BitOperations.TrailingZeroCount(bits));
        }

        for (var bits = explanation.Routes.Bits; bits != 0; bits &= bits - 1)
        {
            group.Routes.Add((Wire.Route)System.Numerics.BitOperations.TrailingZeroCount(bits));
        }

        return group;
    }
}
