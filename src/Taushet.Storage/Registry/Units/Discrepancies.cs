using System.Runtime.CompilerServices;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Registry.Units;

/// <summary>Holds every registration in force against the organisation registry. Nothing follows from it by itself.</summary>
/// <param name="registry">The registrations.</param>
/// <param name="check">The cross-check.</param>
public sealed class Discrepancies(IParticipantRegistry registry, UnitCrossCheck check)
{
    private const int Page = 200;

    /// <summary>Every registration in force of which the organisation registry says something else, in their order.</summary>
    /// <exception cref="StoredValueException">The store cannot be read.</exception>
    public async IAsyncEnumerable<Discrepancy> FindAsync(DateOnly today, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var period in InForceAsync(today, cancellation))
        {
            var key = new RegistrationKey(period.Organisation, period.Unit, period.Service);
            var warnings = await check.WarningsAsync(key, period.Name, today, cancellation) ?? throw Unreadable();
            if (warnings.Length > 0)
            {
                yield return new Discrepancy(key, warnings);
            }
        }
    }

    /// <summary>The numbers of every organisation and unit that is registered now.</summary>
    /// <exception cref="StoredValueException">The store cannot be read.</exception>
    public async Task<HashSet<string>> NumbersAsync(DateOnly today, CancellationToken cancellation)
    {
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var period in InForceAsync(today, cancellation))
        {
            numbers.Add(period.Organisation);
            numbers.Add(period.Unit);
        }

        return numbers;
    }

    private async IAsyncEnumerable<Participant> InForceAsync(DateOnly today, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var query = new RegistrationQuery(string.Empty, today, After: null, Page);
        while (true)
        {
            var page = await registry.ListAsync(query, cancellation) ?? throw Unreadable();
            foreach (var period in page)
            {
                yield return period;
            }

            if (page.Length < Page)
            {
                yield break;
            }

            var last = page[^1];
            query = query with { After = new RegistrationPlace(new RegistrationKey(last.Organisation, last.Unit, last.Service), last.From) };
        }
    }

    private static StoredValueException Unreadable() => new("The registrations cannot be read.");
}

/// <summary>A registration of which the organisation registry says something else.</summary>
/// <param name="Key">The registration.</param>
/// <param name="Warnings">What it says.</param>
public sealed record Discrepancy(RegistrationKey Key, IReadOnlyList<RegistryWarning> Warnings);
