namespace Taushet.Gateway.Identify;

/// <summary>A system user of Altinn: a system to which an organisation has given a right, as a token names it.</summary>
/// <param name="Id">Its id in Altinn.</param>
/// <param name="Owner">The organisation that owns it: nine digits.</param>
internal sealed record SystemUser(Guid Id, string Owner);
