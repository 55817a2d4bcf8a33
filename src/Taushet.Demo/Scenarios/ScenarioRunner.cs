using Grpc.Core;
using Taushet.Demo.Town;
using Taushet.V1;

namespace Taushet.Demo.Scenarios;

/// <summary>Plays scenarios over the wire, each with a token of its own caller.</summary>
/// <param name="client">The gateway.</param>
/// <param name="issuers">Mint the callers' tokens.</param>
internal sealed class ScenarioRunner(SharingService.SharingServiceClient client, TownIssuers issuers)
{
    /// <summary>Plays one scenario.</summary>
    /// <exception cref="RpcException">The gateway refused the call itself.</exception>
    public async Task<Answer> PlayAsync(Scenario scenario, CancellationToken cancellation)
    {
        var options = new CallOptions(issuers.As(scenario.Caller, RpcOf(scenario.Call)), cancellationToken: cancellation);
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

    private static string RpcOf(ScenarioCall call) => call switch
    {
        ScenarioCall.Request => "/taushet.v1.SharingService/RequestInformation",
        ScenarioCall.Preview => "/taushet.v1.SharingService/Preview",
        ScenarioCall.AssessPush or ScenarioCall.AssessAsked => "/taushet.v1.SharingService/Assess",
    };

    private async Task<AssessResponse> AssessAsync(Flow flow, Scenario scenario, CallOptions options) =>
        await client.AssessAsync(
            new AssessRequest { Flow = flow, Inquiry = scenario.Inquiry, Content = scenario.Content },
            options);
}
