using Taushet.Gateway.Trail;
using Taushet.Gateway.Trail.Control;
using Taushet.Gateway.Trail.Reports;
using Taushet.Gateway.Trail.Retention;

namespace Taushet.Gateway.Hosting;

/// <summary>What controllers of the log do: reports, retention, and what they say of entries.</summary>
internal static class ControlServices
{
    /// <summary>Registers them.</summary>
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<EntryMarks>();
        services.AddSingleton<RetentionAdmission>();
        services.AddSingleton<HoldFlow>();
        services.AddSingleton<DestructionFlow>();
        services.AddSingleton<RetentionService>();
        services.AddSingleton<EntryFinding>();
        services.AddSingleton<NoticeFinding>();
        services.AddSingleton<FlagFlow>();
        services.AddSingleton<DelayFlow>();
        services.AddSingleton<LogControlService>();
        services.AddSingleton<IntegrityReport>();
        services.AddSingleton<ReportFlow>();
        services.AddSingleton<StatisticsFlow>();
        services.AddSingleton<LogReportService>();
    }
}
