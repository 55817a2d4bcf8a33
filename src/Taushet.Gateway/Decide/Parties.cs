using Taushet.Core.Requests;

namespace Taushet.Gateway.Decide;

/// <summary>The two parties of a request, with their registered forms.</summary>
/// <param name="Receiver">Who would receive.</param>
/// <param name="Holder">Who holds.</param>
internal readonly record struct Parties(PartyRef Receiver, PartyRef Holder);
