using System.Collections.Immutable;
using Taushet.Core.Policies;
using Taushet.Core.Requests;

namespace Taushet.Core.Explaining;

/// <summary>A part of a rule's condition that did not hold.</summary>
/// <param name="Part">The part: a test of one fact, or an alternative of several.</param>
/// <param name="Truth">False, or Unknown where a fact is missing.</param>
/// <param name="Read">What the facts were that it tests, each once, in the order in which it names them.</param>
public sealed record FailedCondition(Condition Part, Truth Truth, ImmutableArray<FactReading> Read);

/// <summary>One fact as a decision read it.</summary>
/// <param name="Slot">The fact.</param>
/// <param name="Value">Its number, or unknown.</param>
public readonly record struct FactReading(FactSlot Slot, Known<int> Value);
