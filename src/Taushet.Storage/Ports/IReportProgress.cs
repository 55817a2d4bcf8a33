using Taushet.Core.Duties;

namespace Taushet.Storage.Ports;

/// <summary>How far barnevern has come with reports. Steps are written with their entries: see <see cref="RegisterChange"/>.</summary>
public interface IReportProgress
{
    /// <summary>Reads how far it has come with each of some reports.</summary>
    /// <param name="receiver">The organisation that received them all: what is sealed for it is opened for nobody else.</param>
    /// <param name="deliveries">The reports.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>One for each report, in their order; <see cref="ReportProgress.None"/> for one with which nothing has been done.</returns>
    /// <exception cref="System.Data.Common.DbException">The store could not be read.</exception>
    Task<IReadOnlyList<ReportProgress>> OfAsync(string receiver, IReadOnlyList<Guid> deliveries, CancellationToken cancellation);
}

/// <summary>A step with a report, to be stored.</summary>
/// <param name="Delivery">The report.</param>
/// <param name="Receiver">The organisation that received it.</param>
/// <param name="Step">What was done.</param>
/// <param name="Day">When, in Europe/Oslo.</param>
/// <param name="FollowedUp">Whether the child is followed up; for the end of an investigation alone. Sealed for the receiver.</param>
public sealed record ReportStepRow(Guid Delivery, string Receiver, ReportStep Step, DateOnly Day, bool? FollowedUp);
