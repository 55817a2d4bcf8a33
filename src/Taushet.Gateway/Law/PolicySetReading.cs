using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Receive;
using Taushet.Policies.Approvals;
using Taushet.V1;

namespace Taushet.Gateway.Law;

/// <summary>Which policy set decides now.</summary>
internal sealed class PolicySetReading(RunningLaw law)
{
    /// <summary>Tells it. Nothing in it is of any child, so that there is no entry.</summary>
    public GetPolicySetResponse Read(Call call)
    {
        var (policies, approval, since) = (law.Now.Policies, law.Now.Approval, law.Now.Since);
        return new GetPolicySetResponse
        {
            ContentHash = policies.Hash,
            LawDate = Day(call.LawDate),
            Rules = (uint)policies.Rules.Length,
            RulesInForce = (uint)policies.Rules.Count(rule => rule.InForceOn(call.LawDate)),
            GiverRules = (uint)policies.Givers.Length,
            Doubts = { policies.Doubts.Select(doubt => new DoubtfulRule { RuleId = doubt.Id, Confidence = Codes<Confidence>.Of(doubt.Confidence) }) },
            Approval = approval is null ? null : Form(approval),
            LoadedAt = Timestamp.FromDateTimeOffset(since),
            ReloadRefused = law.ReloadRefused,
        };
    }

    private static PolicyApproval Form(Approval approval) => new() { Name = approval.Name, Role = approval.Role, Date = Day(approval.Date) };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
