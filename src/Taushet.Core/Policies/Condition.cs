using System.Collections.Immutable;

namespace Taushet.Core.Policies;

/// <summary>A condition over the facts: closed, typed and total. Evaluates to three values and never fails.</summary>
public abstract record Condition
{
    private Condition()
    {
    }

    /// <summary>Holds always.</summary>
    public static Condition Always { get; } = new All([]);

    /// <summary>The truth of the condition for these facts.</summary>
    public abstract Truth Evaluate(FactVector facts);

    /// <summary>Every part holds. No part: True.</summary>
    public sealed record All(ImmutableArray<Condition> Parts) : Condition
    {
        /// <inheritdoc/>
        public override Truth Evaluate(FactVector facts)
        {
            var truth = Truth.True;
            foreach (var part in Parts)
            {
                truth = truth.And(part.Evaluate(facts));
                if (truth == Truth.False)
                {
                    return truth;
                }
            }

            return truth;
        }
    }

    /// <summary>At least one part holds. No part: False.</summary>
    public sealed record Any(ImmutableArray<Condition> Parts) : Condition
    {
        /// <inheritdoc/>
        public override Truth Evaluate(FactVector facts)
        {
            var truth = Truth.False;
            foreach (var part in Parts)
            {
                truth = truth.Or(part.Evaluate(facts));
                if (truth == Truth.True)
                {
                    return truth;
                }
            }

            return truth;
        }
    }

    /// <summary>The part does not hold.</summary>
    public sealed record Not(Condition Part) : Condition
    {
        /// <inheritdoc/>
        public override Truth Evaluate(FactVector facts) => Part.Evaluate(facts).Not();
    }

    /// <summary>The fact is one of these values.</summary>
    public sealed record In(FactSlot Slot, ImmutableArray<int> Values) : Condition
    {
        /// <inheritdoc/>
        public override Truth Evaluate(FactVector facts)
        {
            var value = facts[Slot];
            return value == FactVector.Unknown ? Truth.Unknown : Values.Contains(value) ? Truth.True : Truth.False;
        }
    }

    /// <summary>The fact lies between these bounds, both included.</summary>
    public sealed record Between(FactSlot Slot, int Least, int Most) : Condition
    {
        /// <inheritdoc/>
        public override Truth Evaluate(FactVector facts)
        {
            var value = facts[Slot];
            return value == FactVector.Unknown ? Truth.Unknown : value >= Least && value <= Most ? Truth.True : Truth.False;
        }
    }

    /// <summary>The fact is known. Always True or False.</summary>
    public sealed record IsKnown(FactSlot Slot) : Condition
    {
        /// <inheritdoc/>
        public override Truth Evaluate(FactVector facts) =>
            facts[Slot] == FactVector.Unknown ? Truth.False : Truth.True;
    }
}
