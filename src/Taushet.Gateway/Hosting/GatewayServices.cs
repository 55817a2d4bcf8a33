using Taushet.Gateway.Audit;
using Taushet.Gateway.Decide;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Fetch;
using Taushet.Gateway.Gather;
using Taushet.Gateway.Health;
using Taushet.Gateway.Holder;
using Taushet.Gateway.Identify.Proofs;
using Taushet.Gateway.Law;
using Taushet.Gateway.Limits;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Reflection;
using Taushet.Gateway.Release;
using Taushet.Gateway.Trail;
using Taushet.Gateway.Trail.Own;
using Taushet.Storage.Ports;

namespace Taushet.Gateway.Hosting;

/// <summary>The gateway's parts list, in the order of the flow.</summary>
internal static class GatewayServices
{
    /// <summary>Registers everything. All parts live as long as the host.</summary>
    public static void Add(
        IServiceCollection services,
        IHostEnvironment environment,
        GatewayOptions options,
        GatewayParts parts,
        LoadedBook book)
    {
        services.AddSingleton(options);
        services.AddSingleton(provider => new RunningLaw(book, provider.GetRequiredService<TimeProvider>()));

        // For what is made for one use. Whoever lives longer asks the running law: a set that is kept in a field is stale after a reload.
        services.AddTransient(provider => provider.GetRequiredService<RunningLaw>().Policies);
        services.AddSingleton(parts.Clock ?? TimeProvider.System);
        services.AddSingleton(new MachineClock(TimeProvider.System));
        AddStore(services, environment, options, parts);
        AddTrail(services, environment, options);
        IdentifyServices.Add(services, options, parts);
        AddSteps(services, options, environment);
        services.Configure<HostOptions>(host => host.ShutdownTimeout = options.ShutdownGrace);
        services.AddSingleton<CallEnding>();
        services.AddSingleton<FaultInterceptor>();
        services.AddSingleton<CallerLimits>();
        services.AddSingleton<LimitInterceptor>();
        services.AddGrpc(grpc =>
        {
            grpc.EnableDetailedErrors = false;
            grpc.MaxReceiveMessageSize = options.MaxRequestBytes;
            grpc.Interceptors.Add<FaultInterceptor>();
            grpc.Interceptors.Add<LimitInterceptor>();
        });
    }

    private static void AddStore(
        IServiceCollection services,
        IHostEnvironment environment,
        GatewayOptions options,
        GatewayParts parts)
    {
        if (parts.Store is { } brought)
        {
            services.AddSingleton(brought);
        }
        else
        {
            services.AddSingleton(provider => StoreOpening.Open(
                options,
                environment.IsDevelopment(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<IStore>>()));
            services.AddSingleton(provider => StorePorts.Of(provider.GetRequiredService<IStore>()));
        }

        services.AddSingleton(provider => provider.GetRequiredService<StorePorts>().Facts);
        services.AddSingleton(provider => provider.GetRequiredService<StorePorts>().Audit);
        services.AddSingleton(provider => provider.GetRequiredService<StorePorts>().Participants);
        services.AddSingleton(provider => provider.GetRequiredService<StorePorts>().StandingDecisions);
        services.AddSingleton(provider => provider.GetRequiredService<StorePorts>().Proofs ?? new NoProofs());
        services.AddSingleton(provider => provider.GetRequiredService<StorePorts>().Wishes);
        services.AddSingleton(provider => provider.GetRequiredService<StorePorts>().Inbox);
        services.AddSingleton(provider => provider.GetRequiredService<StorePorts>().Disclosures);
        services.AddSingleton(provider => provider.GetRequiredService<StorePorts>().Reports);
        services.AddSingleton(provider => provider.GetRequiredService<StorePorts>().HandTasks);
        services.AddSingleton(provider => provider.GetRequiredService<StorePorts>().Orders);
        services.AddHostedService<StoreDrain>();
    }

    private static void AddTrail(IServiceCollection services, IHostEnvironment environment, GatewayOptions options)
    {
        services.AddSingleton(provider => provider.GetRequiredService<StorePorts>().Trail);
        services.AddSingleton<Projecting>();
        services.AddHostedService(provider => provider.GetRequiredService<Projecting>());
        services.AddSingleton(provider => provider.GetRequiredService<TrailPorts>().Trail);
        services.AddSingleton(provider => provider.GetRequiredService<TrailPorts>().Index);
        services.AddSingleton(provider => provider.GetRequiredService<TrailPorts>().Projector);
        services.AddSingleton(provider => provider.GetRequiredService<TrailPorts>().Retention);
        services.AddSingleton(provider => provider.GetRequiredService<TrailPorts>().Control);
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<LogAdmission>(provider, NumbersOf(options, environment)));
        services.AddSingleton<LogReadings>();
        services.AddSingleton<EntryWalk>();
        services.AddSingleton<EntryProofs>();
        services.AddSingleton<SearchFlow>();
        services.AddSingleton<ExportFlow>();
        services.AddSingleton<EntryFlow>();
        services.AddSingleton<AccessLogService>();
        ControlServices.Add(services);
        AddOwnLog(services, environment, options);
    }

    private static void AddOwnLog(IServiceCollection services, IHostEnvironment environment, GatewayOptions options)
    {
        var book = RuleBook.LoadLogView(options);
        services.AddSingleton(book.Texts);
        services.AddSingleton(book.Policy);
        services.AddSingleton(provider => provider.GetRequiredService<TrailPorts>().Guardians);
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<OwnLogAdmission>(provider, NumbersOf(options, environment)));
        services.AddSingleton<LineText>();
        services.AddSingleton<OwnLogFlow>();
    }

    private static PersonNumbers NumbersOf(GatewayOptions options, IHostEnvironment environment) =>
        options.PersonNumbers ?? (environment.IsProduction() ? PersonNumbers.Real : PersonNumbers.Synthetic);

    private static void AddSteps(IServiceCollection services, GatewayOptions options, IHostEnvironment environment)
    {
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<Admission>(provider, NumbersOf(options, environment)));
        services.AddSingleton<AnswerPreparing>();
        services.AddSingleton<RequestFlow>();
        services.AddSingleton<BatchFlow>();
        services.AddSingleton<PreviewFlow>();
        services.AddSingleton<AssessFlow>();
        services.AddSingleton<FactReading>();
        services.AddSingleton<Deciding>();
        var key = GatewayToken.KeyIn(options.DataDirectory);
        services.AddSingleton(provider => new GatewayToken(options, key, provider.GetRequiredService<MachineClock>()));
        services.AddSingleton<SourceChannels>();
        services.AddSingleton<Fetching>();
        services.AddSingleton<OwnFamily>();
        services.AddSingleton<Storing>();
        services.AddSingleton<DeniedEntry>();
        services.AddSingleton<RuleForms>();
        services.AddSingleton<CellGrouping>();
        services.AddSingleton<Reception>();
        services.AddSingleton<FrontService>();
        AddHolder(services);
        RegistrationServices.Add(services);
        AddLaw(services);
        DutyServices.Add(services, options, NumbersOf(options, environment));
        ConsentServices.Add(services, NumbersOf(options, environment));
        DisclosureServices.Add(services, NumbersOf(options, environment));
        services.AddSingleton<HealthState>();
        services.AddSingleton<HealthService>();
        services.AddSingleton(_ => new ServedSchema(
        [
            .. OwnServices.Descriptors,
            Grpc.Health.V1.Health.Descriptor,
            Grpc.Reflection.V1.ServerReflection.Descriptor,
        ]));
        services.AddSingleton<ReflectionService>();
    }

    private static void AddLaw(IServiceCollection services)
    {
        services.AddSingleton<DutyForms>();
        services.AddSingleton<DutyFlow>();
        services.AddSingleton<ExplainForms>();
        services.AddSingleton<ExplainFlow>();
        services.AddSingleton<PolicySetReading>();
        services.AddSingleton<PolicyService>();
        services.AddSingleton<LawKeeping>();
        services.AddHostedService(provider => provider.GetRequiredService<LawKeeping>());
    }

    private static void AddHolder(IServiceCollection services)
    {
        services.AddSingleton<HolderAdmission>();
        services.AddSingleton<HolderEntries>();
        services.AddSingleton<StandingDecisionFlow>();
        services.AddSingleton<StandingDecisionReading>();
        services.AddSingleton<StandingDecisionService>();
        services.AddSingleton<InboxPutting>();
        services.AddSingleton<InboxFinding>();
        services.AddSingleton<InboxDeciding>();
        services.AddSingleton<HolderInboxListing>();
        services.AddSingleton<HolderInboxFlow>();
        services.AddSingleton<HolderInboxService>();
        services.AddSingleton<PendingResultFlow>();
        services.AddSingleton<PendingResultWatch>();
        services.AddSingleton<PendingWithdrawal>();
        services.AddSingleton<PendingResultService>();
        services.AddSingleton<OverdueRequests>();
        services.AddHostedService(provider => provider.GetRequiredService<OverdueRequests>());
        services.AddSingleton<Altinn.IAltinnConsents>(provider => provider.GetRequiredService<GatewayOptions>().Altinn is { } altinn
            ? new Altinn.AltinnConsents(altinn)
            : new Altinn.NoAltinnConsents());
    }
}
