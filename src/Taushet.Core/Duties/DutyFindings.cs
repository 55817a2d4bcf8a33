using System.Collections.Immutable;
using Taushet.Core.Explaining;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Duties;

/// <summary>Which duties of the holder's own what was seen makes, and which not.</summary>
/// <param name="Owed">Those it makes, by rule id.</param>
/// <param name="Absent">Those in force that it does not make, in the order of the ladder.</param>
public sealed record DutyFindings(ImmutableArray<OwedDuty> Owed, ImmutableArray<AbsentDuty> Absent);

/// <summary>A duty that what was seen makes.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Receivers">Whom it is owed to.</param>
/// <param name="Always">The cells that are always part of it.</param>
/// <param name="Cells">The cells that may be included as far as necessary, those of Always among them.</param>
/// <param name="Relevant">Of these: only what is relevant.</param>
/// <param name="ByHand">Of these: what a human gives at once.</param>
/// <param name="Advice">What else must be done, each thing once.</param>
public sealed record OwedDuty(
    Rule Rule,
    ServiceSet Receivers,
    CellSet Always,
    CellSet Cells,
    CellSet Relevant,
    CellSet ByHand,
    ImmutableArray<DutyAdvice> Advice);

/// <summary>Something that comes with a duty.</summary>
/// <param name="Obligation">What must be done.</param>
/// <param name="Rule">The rule that says so and why.</param>
public sealed record DutyAdvice(Obligation Obligation, Rule Rule);

/// <summary>A duty that what was seen does not make.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Lacks">What it lacks.</param>
public sealed record AbsentDuty(Rule Rule, ImmutableArray<Shortfall> Lacks);
