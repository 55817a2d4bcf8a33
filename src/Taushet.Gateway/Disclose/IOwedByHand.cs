using Taushet.Core.Vocabulary;
using Taushet.Gateway.Receive;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Disclose;

/// <summary>Says what must be kept, in the very transaction of a disclosure, of what it owes by a human's hand.</summary>
internal interface IOwedByHand
{
    /// <summary>The changes that open what a human must give now.</summary>
    IEnumerable<RegisterChange> ChangesFor(Call call, OwedByHand owed);
}

/// <summary>What one disclosure owes by hand.</summary>
/// <param name="Delivery">The delivery beside which it goes.</param>
/// <param name="Sender">Who owes it.</param>
/// <param name="Receiver">To whom.</param>
/// <param name="Cells">What; never empty.</param>
/// <param name="CaseReference">The sender's case reference.</param>
/// <param name="Child">Whom it is about, as the sender named it; null when it named nobody.</param>
internal sealed record OwedByHand(
    Guid Delivery, ServiceAddress Sender, ServiceAddress Receiver, CellSet Cells, string CaseReference, Wire.ChildRef? Child);
