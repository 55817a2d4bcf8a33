using Grpc.Core;
using Taushet.Cli.Tokens;
using Taushet.V1;

namespace Taushet.Demo.Scenarios;

/// <summary>Plays scenarios over the wire, each with a token of its own caller.</summary>
/// <param name="client">The gateway.</param>
/// <param name="issuer">Mints the callers' tokens.</param>
internal sealed class ScenarioRunner(SharingService.SharingServiceClient client, DevelopmentIssuer issuer)
{
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromMinutes(2);

    /// <summary>Plays one scenario.</summary>
    /// <exception cref="RpcException">The gateway refused the call itself.</exception>
    public async Task<Answer> PlayAsync(Scenario scenario, CancellationToken cancellation)
    {
        var token = issuer.Mint(scenario.Caller.Number, "demo", TokenLifetime, Guid.NewGuid());
        var options = new CallOptions(new Metadata { { "authorization", "Bearer " + token } }, cancellationToken: cancellation);
        return scenario.Call switch
        {
            ScenarioCall.Request => Answer.Of(await client.RequestInformationAsync(
                new RequestInformationRequest { Inquiry = scenario.Inquiry },
                options)),
            ScenarioCall.Preview => Answer.Of(await client.PreviewAsync(
                new PreviewRequest { Inquiry = scenario.Inquiry },
                options)),
            ScenarioCall.AssessPush => Answer.Of(await AssessAsync(Flow.Push, scenario, options)),
            ScenarioCall.AssessAsked => Answer.Of(await AssessAsync(Flow.Asked, scenario, options)),
        };
    }

    private async Task<AssessResponse> AssessAsync(Flow flow, Scenario scenario, CallOptions options) =>
        await client.AssessAsync(
            new AssessRequest { Flow = flow, Inquiry = scenario.Inquiry, Content = scenario.Content },
            options);
}
