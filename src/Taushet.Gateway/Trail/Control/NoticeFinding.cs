using System.Collections.Immutable;
using Taushet.Core.Trail.OwnView;
using Taushet.Core.Trail.Unlawful;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Law;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Trail.Own;
using Taushet.Storage.Ports;

namespace Taushet.Gateway.Trail.Control;

/// <summary>Finds out who must be told of an unlawful access, and whom the log hides it from.</summary>
internal sealed class NoticeFinding(OwnLogAdmission registers, ILogControl control, RunningLaw law, LogViewPolicy policy)
{
    private const int OfAge = 18;

    /// <summary>The notices.</summary>
    public async Task<ImmutableArray<FlagNotice>> FindAsync(Call call, StoredEntry entry, string child, BreachRisk risk, DateTimeOffset known)
    {
        var viewers = await ViewersAsync(call, entry, child);
        return
        [
            .. Notices.Of(policy.Notices, entry.Public.Holder.Service, risk, viewers, Micros(known))
                .Select(due => new FlagNotice(due.To, due.Citation, Time(due.Due), due.Withheld, Given: null)),
        ];
    }

    private async Task<NoticeViewers> ViewersAsync(Call call, StoredEntry entry, string child)
    {
        const Service Parent = Service.ParentWithResponsibility;
        var part = entry.Public;
        var holder = await registers.FactsAsync(call, child, part.Holder, Parent);
        var receiver = await registers.FactsAsync(call, child, part.Receiver, Parent);
        var now = new LogViewMoment(Micros(call.Instant), call.LawDate, party => party == part.Holder ? holder : receiver);
        var filter = new LogViewFilter(law.Policies, policy);
        var delayed = (await control.DelayedAsync([new EntryAt(entry.Log, entry.Index)], call.Instant, call.Cancellation)).Count > 0;
        var snapshot = EntrySnapshot.Of(entry.Sealed);
        return new NoticeViewers(
            !delayed && filter.Shows(part, snapshot, new LogViewer(Service.Child, holder.Age), now),
            !delayed && filter.Shows(part, snapshot, new LogViewer(Parent, holder.Age), now),
            !holder.Age.IsKnown || holder.Age.Value < OfAge);
    }

    private static long Micros(DateTimeOffset time) => (time - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    private static DateTimeOffset Time(long micros) => DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond);
}
