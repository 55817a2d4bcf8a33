using Taushet.Gateway.Consent;
using Taushet.Gateway.Options;

namespace Taushet.Gateway.Hosting;

/// <summary>The parts list of the consent service.</summary>
internal static class ConsentServices
{
    /// <summary>Registers everything. All parts live as long as the host.</summary>
    public static void Add(IServiceCollection services, PersonNumbers numbers)
    {
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<WishAdmission>(provider, numbers));
        services.AddSingleton(new GiverCheck(numbers));
        services.AddSingleton<WishCheck>();
        services.AddSingleton<WishGathering>();
        services.AddSingleton<WishForms>();
        services.AddSingleton<WishChanging>();
        services.AddSingleton<AltinnProof>();
        services.AddSingleton<WishChangeFlow>();
        services.AddSingleton<WishReadFlow>();
        services.AddSingleton<WishForecast>();
        services.AddSingleton<LapsingFlow>();
        services.AddSingleton<ConsentService>();
        services.AddSingleton<WishMarking>();
        services.AddHostedService(provider => provider.GetRequiredService<WishMarking>());
    }
}
