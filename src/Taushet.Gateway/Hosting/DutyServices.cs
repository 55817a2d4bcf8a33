using Taushet.Gateway.Consultation;
using Taushet.Gateway.Options;

namespace Taushet.Gateway.Hosting;

/// <summary>The parts list of what goes with duties: the anonymised discussion.</summary>
internal static class DutyServices
{
    /// <summary>Registers everything. All parts live as long as the host.</summary>
    public static void Add(IServiceCollection services, GatewayOptions options)
    {
        services.AddSingleton(ChildCountsFile.Load(options));
        services.AddSingleton<ConsultationForms>();
        services.AddSingleton<ConsultationFlow>();
        services.AddSingleton<ConsultationService>();
    }
}
