namespace Taushet.Gateway.Tests.Support;

/// <summary>Synthetic people and organisations: months + 80, checksums right.</summary>
internal static class People
{
    private static readonly int[] FirstWeights = [3, 7, 6, 1, 8, 9, 4, 5, 2];
    private static readonly int[] SecondWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
    private static readonly int[] OrganisationWeights = [3, 2, 7, 6, 5, 4, 3, 2];
    private static readonly string[] Numbers = [.. AllNumbers()];
    private static readonly string[] Organisations = [.. AllOrganisations().Take(100)];

    /// <summary>The nth synthetic national identity number.</summary>
    public static string Number(int n) => Numbers[n];

    /// <summary>The nth synthetic organisation number.</summary>
    public static string Organisation(int n) => Organisations[n];

    private static IEnumerable<string> AllNumbers()
    {
        for (var day = 1; day <= 30; day++)
        {
            for (var individual = 500; individual < 1000; individual++)
            {
                var nine = $"{day:00}8410{individual:000}";
                if (Check(nine, FirstWeights) is { } first && Check(nine + first, SecondWeights) is { } second)
                {
                    yield return $"{nine}{first}{second}";
                }
            }
        }
    }

    private static IEnumerable<string> AllOrganisations() =>
        from serial in Enumerable.Range(0, 1000)
        let eight = $"310{serial:00000}"
        let check = Check(eight, OrganisationWeights)
        where check is not null
        select eight + check;

    private static int? Check(string digits, int[] weights)
    {
        var rest = 11 - (digits.Select((digit, i) => (digit - '0') * weights[i]).Sum() % 11);
        return rest switch
        {
            11 => 0,
            10 => null,
            _ => rest,
        };
    }
}
