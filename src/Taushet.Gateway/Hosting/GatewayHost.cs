using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Taushet.Core.Policies;
using Taushet.Gateway.Consent;
using Taushet.Gateway.Consultation;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Health;
using Taushet.Gateway.Holder;
using Taushet.Gateway.Law;
using Taushet.Gateway.Logging;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Reflection;
using Taushet.Gateway.Registration;
using Taushet.Gateway.Trail;
using Taushet.Gateway.Trail.Control;
using Taushet.Gateway.Trail.Reports;
using Taushet.Gateway.Trail.Retention;

namespace Taushet.Gateway.Hosting;

/// <summary>Builds the gateway: for its own program, for tests, and for whoever embeds it.</summary>
public static class GatewayHost
{
    /// <summary>Builds from configuration: appsettings.json, environment variables, command line; section <c>Taushet</c>.</summary>
    /// <exception cref="GatewayOptionsException">The options or the rule book do not hold; all faults in one message.</exception>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        var options = builder.Configuration.GetSection(GatewayOptions.Section).Get<GatewayOptions>() ?? new GatewayOptions();
        return Build(builder, options, GatewayParts.None);
    }

    /// <summary>Builds from options.</summary>
    /// <param name="options">What the gateway is told.</param>
    /// <param name="parts">What the embedding host brings itself.</param>
    /// <exception cref="GatewayOptionsException">The options or the rule book do not hold; all faults in one message.</exception>
    public static WebApplication Build(GatewayOptions options, GatewayParts? parts = null)
    {
        var settings = new WebApplicationOptions { EnvironmentName = parts?.Environment };
        return Build(WebApplication.CreateSlimBuilder(settings), options, parts ?? GatewayParts.None);
    }

    /// <summary>The address the started gateway listens on.</summary>
    public static Uri AddressOf(WebApplication gateway) =>
        new(gateway.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    private static WebApplication Build(WebApplicationBuilder builder, GatewayOptions options, GatewayParts parts)
    {
        var development = builder.Environment.IsDevelopment();
        OptionsCheck.Require(options, development, parts.Policies is not null, parts.SystemUserRights is not null);
        var book = parts.Policies is { } brought ? new LoadedBook(brought, default, Approval: null) : RuleBook.Load(options, development);
        LogOutput.Add(builder.Logging, development, parts.Logging);
        Listening.Add(builder.WebHost, options);
        GatewayServices.Add(builder.Services, builder.Environment, options, parts, book);
        var gateway = builder.Build();
        Map(gateway, options, book.Policies);
        return gateway;
    }

    private static void Map(WebApplication gateway, GatewayOptions options, PolicySet policies)
    {
        gateway.UseAuthentication();
        gateway.UseAuthorization();
        gateway.UseMiddleware<UnreadableMessages>();
        gateway.MapGrpcService<FrontService>().RequireAuthorization();
        gateway.MapGrpcService<StandingDecisionService>().RequireAuthorization();
        gateway.MapGrpcService<AccessLogService>().RequireAuthorization();
        gateway.MapGrpcService<RetentionService>().RequireAuthorization();
        gateway.MapGrpcService<LogControlService>().RequireAuthorization();
        gateway.MapGrpcService<LogReportService>().RequireAuthorization();
        gateway.MapGrpcService<PolicyService>().RequireAuthorization();
        gateway.MapGrpcService<ConsentService>().RequireAuthorization();
        gateway.MapGrpcService<HolderInboxService>().RequireAuthorization();
        gateway.MapGrpcService<PendingResultService>().RequireAuthorization();
        gateway.MapGrpcService<ConsultationService>().RequireAuthorization();
        gateway.MapGrpcService<Orders.OrderService>().RequireAuthorization();
        gateway.MapGrpcService<ByHand.HandTaskService>().RequireAuthorization();
        gateway.MapGrpcService<Disclose.DisclosureService>().RequireAuthorization();
        gateway.MapGrpcService<Deliver.DeliveryService>().RequireAuthorization();
        gateway.MapGrpcService<ParticipantService>().RequireAuthorization();
        gateway.MapGrpcService<HealthService>().AllowAnonymous();
        if (options.Reflection)
        {
            gateway.MapGrpcService<ReflectionService>().AllowAnonymous();
        }

        var logger = gateway.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Taushet.Gateway");
        gateway.Lifetime.ApplicationStarted.Register(() => logger.Started(AddressOf(gateway).ToString(), policies.Hash));
        gateway.Lifetime.ApplicationStopping.Register(() => logger.Stopping(options.ShutdownGrace));
        if (options.DevelopmentIssuer)
        {
            logger.DevelopmentIssuerAccepted();
        }
    }
}
