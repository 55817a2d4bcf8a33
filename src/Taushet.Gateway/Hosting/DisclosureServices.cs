using Taushet.Gateway.Deliver;
using Taushet.Gateway.Disclose;
using Taushet.Gateway.Options;

namespace Taushet.Gateway.Hosting;

/// <summary>The parts list of disclosures and their delivery.</summary>
internal static class DisclosureServices
{
    /// <summary>Registers everything. All parts live as long as the host.</summary>
    public static void Add(IServiceCollection services, PersonNumbers numbers)
    {
        services.AddSingleton<IOwedByHand>(provider => provider.GetRequiredService<ByHand.HandTaskOpening>());
        services.AddSingleton<AnsweredReports>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<DisclosureAdmission>(provider, numbers));
        services.AddSingleton<SubmissionPreparing>();
        services.AddSingleton<SubmitFlow>();
        services.AddSingleton<DisclosureService>();
        services.AddSingleton<DeliveryFinding>();
        services.AddSingleton<DeliveryStream>();
        services.AddSingleton<AcknowledgeFlow>();
        services.AddSingleton<ReportReading>();
        services.AddSingleton<InvestigationFlow>();
        services.AddSingleton<DeliveryAccounts>();
        services.AddSingleton<DeliveryService>();
        services.AddHostedService<DisclosureForgetting>();
    }
}
