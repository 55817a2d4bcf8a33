using Grpc.Core;
using Taushet.Gateway.Tests.Altinn;
using Taushet.Gateway.Tests.Support;
using Taushet.V1;
using static Taushet.Gateway.Tests.Consent.Wishing;

namespace Taushet.Gateway.Tests.Consent;

/// <summary>A consent that rests on a token of Altinn, over the wire.</summary>
public sealed class AltinnEvidenceTests : IDisposable
{
    private readonly AltinnTokens tokens = new();

    [Fact]
    public async Task RecordWish_WithAToken_KeepsTheConsentsIdAndNotTheToken()
    {
        await using var gateway = await StartAsync();

        var recorded = await Front(gateway).RecordWishAsync(Record(Within(), ByMotherAtAltinn()), gateway.As(Town.School));

        var given = recorded.Wish.Events.ShouldHaveSingleItem();
        given.Proof.ShouldBe(ConsentProof.AltinnConsent);
        given.ProofReference.ShouldBe("altinn 6a6a3bb6-1e3c-4c9a-8a1c-1b9c2f4b7d10");
        recorded.Wish.Status.ShouldBe(WishStatus.Draft);
    }

    [Fact]
    public async Task RecordWish_WiderThanTheToken_IsRefusedByField()
    {
        await using var gateway = await StartAsync();
        var wide = Within();
        wide.Cells.Add(Cell.ClinicalAdvice);
        var late = Within();
        late.ToDate = Day(200);

        (await FailAsync(gateway, Record(wide, ByMotherAtAltinn()))).ShouldBe(["terms"]);
        (await FailAsync(gateway, Record(late, ByMotherAtAltinn()))).ShouldBe(["terms.to_date"]);
    }

    [Fact]
    public async Task RecordWish_TokenOfAnother_OrWithAnotherProof_IsRefusedByField()
    {
        await using var gateway = await StartAsync();
        var fathers = ByMotherAtAltinn();
        fathers.Giver.NationalNumber = Father;
        var onPaper = ByMotherAtAltinn();
        onPaper.Proof = ConsentProof.SignedForm;
        var broken = ByMotherAtAltinn();
        broken.AltinnToken = "token";

        (await FailAsync(gateway, Record(Within(), fathers))).ShouldBe(["giving.altinn_token.authorization_details[0].from"]);
        (await FailAsync(gateway, Record(Within(), onPaper))).ShouldBe(["giving.proof"]);
        (await FailAsync(gateway, Record(Within(), broken))).ShouldBe(["giving.altinn_token"]);
    }

    [Fact]
    public async Task ConfirmWish_WithAToken_IsBoundedByItToo()
    {
        await using var gateway = await StartAsync();
        var first = await Front(gateway).RecordWishAsync(Record(Within()), gateway.As(Town.School));
        var confirmed = await Front(gateway).ConfirmWishAsync(
            Confirm(first.Wish, ByMotherAtAltinn()), gateway.As(Town.School));
        confirmed.Wish.Version.ShouldBe(2u);
        var wide = await Front(gateway).RecordWishAsync(Record(), gateway.As(Town.School));

        var error = await Should.ThrowAsync<RpcException>(async () =>
            await Front(gateway).ConfirmWishAsync(Confirm(wide.Wish, ByMotherAtAltinn()), gateway.As(Town.School)));

        Details.Violations(error).ShouldBe(["terms.to_date", "terms"]);
    }

    public void Dispose() => tokens.Dispose();

    private static WishTerms Within()
    {
        var terms = Terms(Cell.ClinicalDiagnosis);
        terms.ToDate = Day(100);
        return terms;
    }

    private static async Task<string[]> FailAsync(TestGateway gateway, RecordWishRequest request) =>
        Details.Violations(await Should.ThrowAsync<RpcException>(async () =>
            await Front(gateway).RecordWishAsync(request, gateway.As(Town.School))));

    private WishGiving ByMotherAtAltinn()
    {
        var giving = ByMother;
        giving.Proof = ConsentProof.AltinnConsent;
        giving.AltinnToken = tokens.Sign(AltinnTokens.Claims(Town.School, Mother));
        return giving;
    }

    private async Task<TestGateway> StartAsync()
    {
        var gateway = await TestGateway.StartAsync(options => options with { Altinn = tokens.WithSchool() });
        await RegisterAsync(gateway);
        return gateway;
    }
}
