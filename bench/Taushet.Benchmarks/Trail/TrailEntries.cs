using System.Security.Cryptography;
using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;

namespace Taushet.Benchmarks.Trail;

/// <summary>Made-up entries of the real form: orders of one barnevern on many schools, about many children.</summary>
internal static class TrailEntries
{
    public const string Receiver = "310000027";
    public const int Holders = 40;
    public const int Persons = 200;
    private const int AChild = 50;
    private const int Callers = 512;

    private static readonly string Decision = """
        decision.v1
        asked ATT C_SCHOOL REL S_EMO
        must ATT C_SCHOOL
        obligation log-access
        rule bvl-13-4-order ATT C_SCHOOL
        rule fvl-13-base ATT C_SCHOOL REL S_EMO
        rule bvl-13-4-obligations ATT C_SCHOOL

        """.ReplaceLineEndings("\n");

    private static readonly string Snapshot = "snapshot.v1\n" + new string('x', 900) + "\nage 9\ngrading ugradert\nhidden-address no\n";

    public static long Children(long entries) => Math.Max(1, entries / AChild);

    public static SubjectKey Child(long n) => new(null, $"child {n}");

    public static string Person(int n) => $"employee-{n}";

    public static string Holder(int n) => $"31{n:0000000}";

    /// <summary>Appends the entries from one number up to another, many at once.</summary>
    public static async Task AppendAsync(IAuditStore audit, long from, long to)
    {
        var next = from;
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            for (var n = Interlocked.Increment(ref next) - 1; n < to; n = Interlocked.Increment(ref next) - 1)
            {
                var draft = Draft(n);
                var result = await audit.AppendAsync(
                    draft, Child(n % Children(to)), draft.Public.Holder.Organisation, FactVersions.NotRead, CancellationToken.None);
                if (result is not AppendResult.Stored)
                {
                    throw new InvalidOperationException("An entry was not stored.");
                }
            }
        })));
    }

    private static EntryDraft Draft(long n) => new()
    {
        Public = new PublicPart
        {
            TimeMicros = 1_788_000_000_000_000 + (n * 1000),
            Kind = EntryKind.Request,
            Flow = Flow.Pull,
            RequestId = Guid.NewGuid(),
            Receiver = new PartyRef(Receiver, string.Empty, Service.Barnevern, ServiceForm.Municipal),
            Holder = new PartyRef(Holder((int)(n * 7 % Holders)), string.Empty, Service.PrimarySchool, ServiceForm.Municipal),
            Purpose = Purpose.ChildWelfareCase,
            Bases = MemberSet<Basis>.Of(Basis.BarnevernOrder),
            PolicyHash = new string('a', 64),
            LawDate = new DateOnly(2026, 9, 1),
            Given = CellSet.Of(Cell.Attendance, Cell.ChildSchooling),
            Caller = "issuer client",
        },
        Holder = new HolderPart(Decision, SourceCalled: true, "ok", Dropped: 0),
        Sealed = new SealedPart($"{Person((int)(n * 11 % Persons))}\ncaseworker", $"case-{n % 5000}", Snapshot),
        ReleaseCommitment = RandomNumberGenerator.GetBytes(32),
    };
}
