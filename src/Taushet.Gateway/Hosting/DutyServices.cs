using Taushet.Gateway.ByHand;
using Taushet.Gateway.Consultation;
using Taushet.Gateway.Options;
using Taushet.Gateway.Orders;

namespace Taushet.Gateway.Hosting;

/// <summary>The parts list of what goes with duties: anonymised discussions, orders, and what is given by hand.</summary>
internal static class DutyServices
{
    /// <summary>Registers everything. All parts live as long as the host.</summary>
    public static void Add(IServiceCollection services, GatewayOptions options, PersonNumbers numbers)
    {
        services.AddSingleton(ChildCountsFile.Load(options));
        services.AddSingleton<ConsultationForms>();
        services.AddSingleton<ConsultationFlow>();
        services.AddSingleton<ConsultationService>();
        services.AddSingleton<OrderReading>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<OrderFlow>(provider, numbers));
        services.AddSingleton<OrderListing>();
        services.AddSingleton<OrderService>();
        services.AddSingleton<HandContacts>();
        services.AddSingleton<HandTaskOpening>();
        services.AddSingleton<HandTaskFlow>();
        services.AddSingleton<HandTaskListing>();
        services.AddSingleton<HandTaskService>();
    }
}
