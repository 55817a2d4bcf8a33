using Grpc.Core;
using Taushet.Core.Trail;
using Taushet.Demo.People;
using Taushet.Demo.Town;
using Taushet.Storage.Ports;
using Taushet.V1;
using Outcome = Taushet.V1.Outcome;
using WishTerms = Taushet.V1.WishTerms;

namespace Taushet.Demo.Scenarios;

/// <summary>
/// A consent from its first giver to its end: the school records it over gRPC, uses it, and records that the mother withdraws; the
/// next request is refused. Played after the other stories, on a child whom nobody has consented for.
/// </summary>
internal sealed class ConsentStory(
    ConsentService.ConsentServiceClient consents,
    ScenarioRunner runner,
    TownIssuers issuers,
    Child child)
{
    private static readonly ActingPerson Adviser = new() { Reference = "ansatt-31", Role = "rådgiver" };

    /// <summary>Plays it.</summary>
    public async Task<PlayedConsent> PlayAsync(DateOnly today, CancellationToken cancellation)
    {
        var asked = HealthStories.ConsentedAnew(child);
        var before = await runner.PlayAsync(asked, cancellation);
        var first = await consents.RecordWishAsync(
            new RecordWishRequest { Call = By(), Kind = WishKind.Consent, Terms = Terms(today), Giving = Given(child.Family.Mother.NationalNumber) },
            Options(cancellation));
        var both = await consents.ConfirmWishAsync(
            new ConfirmWishRequest
            {
                Call = By(),
                WishId = first.Wish.Id,
                ExpectedVersion = first.Wish.Version,
                Giving = Given(child.Family.Father.NationalNumber),
            },
            Options(cancellation));
        var used = await runner.PlayAsync(asked, cancellation);
        var withdrawn = await consents.WithdrawWishAsync(
            new WithdrawWishRequest
            {
                Call = By(),
                WishId = both.Wish.Id,
                ExpectedVersion = both.Wish.Version,
                Giver = Given(child.Family.Mother.NationalNumber).Giver,
                Proof = ConsentProof.Journal,
                ProofReference = "journal-88",
            },
            Options(cancellation));
        var after = await runner.PlayAsync(asked, cancellation);
        return new PlayedConsent([before, used, after], [first.Wish, both.Wish, withdrawn.Wish], [first.Receipt, both.Receipt, withdrawn.Receipt]);
    }

    private CallOptions Options(CancellationToken cancellation) =>
        new(issuers.As(Organisations.School, rpc: string.Empty), cancellationToken: cancellation);

    private WishCall By() =>
        new() { ActingAs = Organisations.School.Party, Employee = Adviser, ChildNumber = child.NationalNumber };

    private static WishTerms Terms(DateOnly today) => new()
    {
        Area = ConsentArea.Health,
        Holders = { Organisations.Psychiatry.Party },
        Receivers = { Organisations.School.Party },
        Cells = { Cell.Identity, Cell.ClinicalDiagnosis, Cell.ClinicalAdvice },
        Purposes = { Purpose.AdaptTeaching },
        FromDate = today.ToString("yyyy-MM-dd"),
        Hearing = new WishHearing { HeardOn = today.AddDays(-1).ToString("yyyy-MM-dd"), View = ChildView.Agrees },
    };

    private static WishGiving Given(string parent) => new()
    {
        Giver = new WishGiver { Capacity = ConsentCapacity.ParentWithResponsibility, NationalNumber = parent, LivesWithChild = true },
        Proof = ConsentProof.SignedForm,
        ProofReference = "skjema-2026-12",
        InformationTextVersion = "2026-1",
    };
}

/// <summary>The story of a consent, with what came of it.</summary>
/// <param name="Answers">What the school was answered before, under, and after the consent.</param>
/// <param name="Wishes">The consent as a draft, complete, and withdrawn.</param>
/// <param name="Receipts">The receipts of the three events.</param>
internal sealed record PlayedConsent(IReadOnlyList<Answer> Answers, IReadOnlyList<Wish> Wishes, IReadOnlyList<Receipt> Receipts)
{
    /// <summary>Proves from the answers and the stored log that the consent opened while it stood, and not a request longer.</summary>
    public IEnumerable<Proof> Prove(IReadOnlyList<StoredEntry> entries)
    {
        yield return new Proof("a consent is a draft until both parents have given it", Wishes[0].Status == WishStatus.Draft && Wishes[1].Status == WishStatus.InForce);
        yield return new Proof("nothing is given before, the diagnosis under it, and nothing after the mother withdrew", !Gives(0) && Gives(1) && !Gives(2));
        var kinds = Receipts.Select(receipt => entries.Single(entry => Proofs.Bytes(entry.Entry).AsSpan().SequenceEqual(receipt.EntryId.Span)))
            .Select(entry => entry.Public.Kind);
        yield return new Proof(
            "each event on the consent has its entry in the log",
            kinds.SequenceEqual([EntryKind.WishGiven, EntryKind.WishGiven, EntryKind.WishWithdrawn]));
    }

    private bool Gives(int answer) => Answers[answer].Groups.Any(group =>
        group.Outcome == Outcome.MayOnRequest && group.Cells.Contains(Cell.ClinicalDiagnosis));
}
