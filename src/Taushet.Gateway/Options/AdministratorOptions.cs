namespace Taushet.Gateway.Options;

/// <summary>One person who administers the register of participants.</summary>
public sealed record AdministratorOptions
{
    /// <summary>What entries and proposals call the person: a short id of the operator's own choice, never a name or a number. Required, unique.</summary>
    public string Id { get; init; } = string.Empty;

    /// <summary>
    /// Every way in which tokens name the person, as entries write them: the issuer's short name, a space, and the person's
    /// reference there ("entra oid:11111111-2222-4333-8444-555555555555"). All of them are one person.
    /// </summary>
    public IReadOnlyList<string> References { get; init; } = [];
}
