using Taushet.V1;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace Taushet.Gateway.Hosting;

/// <summary>The gateway's own services: what the access table guards and reflection tells of.</summary>
internal static class OwnServices
{
    /// <summary>Their descriptors.</summary>
    public static ServiceDescriptor[] Descriptors =>
    [
        SharingService.Descriptor,
        StandingDecisionService.Descriptor,
        PolicyService.Descriptor,
        ConsentService.Descriptor,
        HolderInboxService.Descriptor,
        PendingResultService.Descriptor,
        AccessLogService.Descriptor,
        RetentionService.Descriptor,
        LogControlService.Descriptor,
        LogReportService.Descriptor,
        ConsultationService.Descriptor,
        OrderService.Descriptor,
        HandTaskService.Descriptor,
        DisclosureService.Descriptor,
        DeliveryService.Descriptor,
        ParticipantService.Descriptor,
    ];
}
