using System.Data.Common;
using System.Security.Cryptography;
using Taushet.Core.Duties;
using Taushet.Gateway.Receive;
using Taushet.Storage;
using Taushet.Storage.Ports;

namespace Taushet.Gateway.Deliver;

/// <summary>Reads how far a barnevern has come with reports.</summary>
internal sealed class ReportReading(IReportProgress reports, DeliveryFinding finding)
{
    /// <summary>Reads it for each of some reports to one organisation, in their order.</summary>
    /// <exception cref="Grpc.Core.RpcException">UNAVAILABLE.</exception>
    public async Task<IReadOnlyList<ReportProgress>> OfAsync(Call call, string receiver, IReadOnlyList<Guid> deliveries)
    {
        try
        {
            return await reports.OfAsync(receiver, deliveries, call.Cancellation);
        }
        catch (Exception error) when (error is DbException or IOException or StoredValueException or CryptographicException)
        {
            throw finding.CannotGather(call);
        }
    }
}
