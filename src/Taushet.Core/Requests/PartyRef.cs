using Taushet.Core.Vocabulary;

namespace Taushet.Core.Requests;

/// <summary>One party to a request: a registered unit acting as one service, or a receiver that is no service.</summary>
/// <param name="Organisation">Nine digits, or empty for a receiver that is no service.</param>
/// <param name="Unit">Sub-unit, nine digits, or empty.</param>
/// <param name="Service">The service.</param>
/// <param name="Form">How the unit is organised, from the participants' register; unknown when not registered.</param>
public sealed record PartyRef(string Organisation, string Unit, Service Service, Known<ServiceForm> Form);
