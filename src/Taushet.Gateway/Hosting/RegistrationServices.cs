using Taushet.Gateway.Registration;

namespace Taushet.Gateway.Hosting;

/// <summary>The parts list of the participants' service.</summary>
internal static class RegistrationServices
{
    /// <summary>Registers everything. All parts live as long as the host.</summary>
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton(provider => provider.GetRequiredService<StorePorts>().Registry ?? new NoParticipantRegistry());
        services.AddSingleton(provider => provider.GetRequiredService<StorePorts>().Organisations ?? new NoOrganisationRegistry());
        services.AddSingleton<AdministratorAdmission>();
        services.AddSingleton<RegistrationCheck>();
        services.AddSingleton<RegistryCrossCheck>();
        services.AddSingleton<ProposalFlow>();
        services.AddSingleton<LapsedProposals>();
        services.AddHostedService(provider => provider.GetRequiredService<LapsedProposals>());
        services.AddSingleton<VerdictFlow>();
        services.AddSingleton<RegistrationReading>();
        services.AddSingleton<ParticipantService>();
    }
}
