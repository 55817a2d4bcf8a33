namespace Taushet.Gateway.Options;

/// <summary>Finds every fault of the administrators' list.</summary>
internal static class AdministratorCheck
{
    private const int LongestId = 64;

    /// <summary>Every fault.</summary>
    public static IEnumerable<string> Faults(GatewayOptions options)
    {
        var all = options.Administrators;
        if (all.Count == 1)
        {
            yield return Fault("a change takes two persons, so none or at least two");
        }

        if (all.Any(one => one.Id.Length is 0 or > LongestId || one.Id.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '_' or '.'))))
        {
            yield return Fault("each has an id of 1 to 64 letters, digits, dots and hyphens");
        }

        if (all.DistinctBy(one => one.Id, StringComparer.OrdinalIgnoreCase).Count() != all.Count)
        {
            yield return Fault("ids must be unique");
        }

        // INVARIANT: a reference belongs to one administrator, so that nobody can be two.
        var references = all.SelectMany(one => one.References).ToList();
        if (references.Distinct(StringComparer.OrdinalIgnoreCase).Count() != references.Count)
        {
            yield return Fault("a reference may stand once in the whole list");
        }

        if (all.Any(one => one.References.Count == 0) || references.Any(text => text.Split(' ') is not [{ Length: > 0 }, { Length: > 0 }]))
        {
            yield return Fault("each has references, each of an issuer's name, a space and the person's reference there");
        }

        if (options.ProposalTime <= TimeSpan.Zero || options.ProposalTime > TimeSpan.FromDays(30))
        {
            yield return $"{nameof(options.ProposalTime)}: above 0 and at most 30 days";
        }
    }

    private static string Fault(string rule) => $"{nameof(GatewayOptions.Administrators)}: {rule}";
}
