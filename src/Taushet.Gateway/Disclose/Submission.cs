using Taushet.Gateway.Receive;
using Taushet.V1;

namespace Taushet.Gateway.Disclose;

/// <summary>A disclosure that was let in.</summary>
/// <param name="Disclosure">As it came, without what this version does not know.</param>
/// <param name="Unknown">Whether it held something that this version does not know.</param>
/// <param name="Accepted">As the decider reads it.</param>
/// <param name="Report">The report that a feedback answers, or null.</param>
internal sealed record Submission(Disclosure Disclosure, bool Unknown, Accepted Accepted, AnsweredReport? Report);
