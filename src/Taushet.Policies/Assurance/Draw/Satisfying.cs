using Taushet.Core.Policies;

namespace Taushet.Policies.Assurance.Draw;

/// <summary>Chooses facts that make a condition True, or make one of its parts fail.</summary>
internal sealed class Satisfying(Boundaries boundaries, Chance chance)
{
    /// <summary>Writes facts into the dictionary; null is unknown. What it does not touch is free.</summary>
    public void Choose(Condition condition, bool hold, Dictionary<FactSlot, int?> facts)
    {
        switch (condition)
        {
            case Condition.All all:
                Several(all.Parts, hold, every: hold, facts);
                break;
            case Condition.Any any:
                Several(any.Parts, hold, every: !hold, facts);
                break;
            case Condition.Not not:
                Choose(not.Part, !hold, facts);
                break;
            case Condition.In among:
                facts[among.Slot] = hold ? chance.Of(among.Values) : Other(among);
                break;
            case Condition.Between bounds:
                facts[bounds.Slot] = hold ? Within(bounds) : Beside(bounds);
                break;
            case Condition.IsKnown known:
                facts[known.Slot] = hold ? chance.Of(boundaries.Of(known.Slot)) : null;
                break;
        }
    }

    private void Several(IReadOnlyList<Condition> parts, bool hold, bool every, Dictionary<FactSlot, int?> facts)
    {
        if (parts.Count == 0)
        {
            return;
        }

        // The one that is not meant fails; the rest holds, so that the one difference decides.
        var chosen = chance.Of(parts);
        foreach (var part in parts.Where(part => !ReferenceEquals(part, chosen)))
        {
            Choose(part, every ? hold : !hold, facts);
        }

        Choose(chosen, hold, facts);
    }

    private int? Other(Condition.In among)
    {
        var others = boundaries.Of(among.Slot).Where(value => !among.Values.Contains(value)).ToList();
        return others.Count == 0 || chance.Percent(30) ? null : chance.Of(others);
    }

    private int Within(Condition.Between bounds)
    {
        var inside = boundaries.Of(bounds.Slot).Where(value => value >= bounds.Least && value <= bounds.Most).ToList();
        return inside.Count == 0 ? bounds.Least : chance.Of(inside);
    }

    private int? Beside(Condition.Between bounds)
    {
        var outside = boundaries.Of(bounds.Slot).Where(value => value < bounds.Least || value > bounds.Most).ToList();
        return outside.Count == 0 || chance.Percent(30) ? null : chance.Of(outside);
    }
}
