using Google.Protobuf;
using Taushet.Demo.Scenarios;
using Taushet.V1;

namespace Taushet.Demo;

/// <summary>Writes each story's request as JSON into the data folder, so that a newcomer's tools can send it.</summary>
internal static class RequestFiles
{
    private static readonly JsonFormatter Json = new(JsonFormatter.Settings.Default.WithIndentation());

    /// <summary>Writes the files.</summary>
    /// <returns>The folder.</returns>
    public static string Write(string dataFolder, IEnumerable<Scenario> scenarios)
    {
        var folder = Directory.CreateDirectory(Path.Combine(dataFolder, "requests")).FullName;
        foreach (var scenario in scenarios)
        {
            File.WriteAllText(Path.Combine(folder, $"{scenario.Name}.json"), Json.Format(MessageOf(scenario)));
        }

        return folder;
    }

    private static IMessage MessageOf(Scenario scenario) => scenario.Call switch
    {
        ScenarioCall.Request => new RequestInformationRequest { Inquiry = scenario.Inquiry },
        ScenarioCall.Preview => new PreviewRequest { Inquiry = scenario.Inquiry },
        ScenarioCall.AssessPush => new AssessRequest { Flow = Flow.Push, Inquiry = scenario.Inquiry, Content = scenario.Content },
        ScenarioCall.AssessAsked => new AssessRequest { Flow = Flow.Asked, Inquiry = scenario.Inquiry, Content = scenario.Content },
    };
}
