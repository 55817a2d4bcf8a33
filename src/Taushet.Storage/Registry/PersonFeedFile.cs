using Taushet.Storage.Ports;

namespace Taushet.Storage.Registry;

/// <summary>A file of the person registry's feed: JSON lines, read from its start to its end as often as it is needed.</summary>
/// <param name="path">The file.</param>
/// <param name="rules">What is accepted.</param>
public sealed class PersonFeedFile(string path, PersonFeedRules rules)
{
    /// <summary>The longest line, in characters.</summary>
    public const int LongestLine = 16 << 10;

    /// <summary>The most faults that are told of one file; it is refused all the same.</summary>
    public const int MostFaults = 50;

    /// <summary>Reads the whole file without keeping it, and tells everything that is wrong with it.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public async Task<PersonFeedCheck> CheckAsync(CancellationToken cancellation)
    {
        var faults = new List<PersonFeedFault>();
        var (lines, completes) = (0L, 0L);
        await foreach (var record in ReadAsync(faults, cancellation))
        {
            lines++;
            completes += record.Event is null ? 1 : 0;
            if (faults.Count >= MostFaults)
            {
                break;
            }
        }

        return new PersonFeedCheck([.. faults.Take(MostFaults)], lines, completes);
    }

    /// <summary>Reads its lines in order. The file must have been checked.</summary>
    /// <exception cref="InvalidDataException">A line does not hold: the file has changed since it was checked.</exception>
    public async IAsyncEnumerable<PersonFeedRecord> ReadAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var faults = new List<PersonFeedFault>();
        await foreach (var record in ReadAsync(faults, cancellation))
        {
            yield return faults.Count == 0
                ? record
                : throw new InvalidDataException($"The feed has changed while it was read, at line {faults[0].Line}.");
        }
    }

    private async IAsyncEnumerable<PersonFeedRecord> ReadAsync(
        List<PersonFeedFault> faults,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        using var reader = new StreamReader(path);
        var number = 0L;
        while (await reader.ReadLineAsync(cancellation) is { } line)
        {
            number++;
            if (line.Length > LongestLine)
            {
                faults.Add(new PersonFeedFault(number, string.Empty, "is longer than a line may be"));
            }
            else if (!string.IsNullOrWhiteSpace(line))
            {
                yield return PersonFeedLine.Read(line, number, rules, faults);
            }
        }
    }
}

/// <summary>What is accepted in a feed.</summary>
/// <param name="Now">This machine's time: nothing may have been said later.</param>
/// <param name="Real">Whether numbers must be real ones; false: synthetic ones; null: any.</param>
public sealed record PersonFeedRules(DateTimeOffset Now, bool? Real);

/// <summary>One line of a feed.</summary>
/// <param name="Event">What it says of a person; null: that everything up to its time has been said.</param>
/// <param name="AsOf">When it was said.</param>
public readonly record struct PersonFeedRecord(PersonEvent? Event, DateTimeOffset AsOf);

/// <summary>What is wrong with a line.</summary>
/// <param name="Line">Its number, from 1.</param>
/// <param name="Field">The field; empty for the line as a whole.</param>
/// <param name="Rule">What does not hold. Never a value.</param>
public readonly record struct PersonFeedFault(long Line, string Field, string Rule)
{
    /// <inheritdoc/>
    public override string ToString() => Field.Length == 0 ? $"line {Line} {Rule}" : $"line {Line}: {Field} {Rule}";
}

/// <summary>What a check of a file found.</summary>
/// <param name="Faults">What is wrong, in order; none: the file may be imported.</param>
/// <param name="Lines">How many lines say anything.</param>
/// <param name="Completes">How many of them say that everything up to a time has been said.</param>
public sealed record PersonFeedCheck(IReadOnlyList<PersonFeedFault> Faults, long Lines, long Completes);
