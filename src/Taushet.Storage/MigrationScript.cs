using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Taushet.Storage;

/// <summary>A numbered script that brings a database one step on. It is part of this assembly.</summary>
/// <param name="Number">Its number: scripts are applied in this order.</param>
/// <param name="Name">Its name, by which it is recorded: <c>NNNN_what.sql</c>, or <c>NNNN_what.form.sql</c> of several forms.</param>
/// <param name="Form">For which kind of server it is, or empty for all.</param>
/// <param name="Text">What it does.</param>
/// <param name="Hash">SHA-256 of its text, lower-case hex.</param>
internal sealed record MigrationScript(long Number, string Name, string Form, string Text, string Hash)
{
    /// <summary>The scripts whose resource names begin so, in order.</summary>
    public static IReadOnlyList<MigrationScript> Load(string prefix)
    {
        var assembly = typeof(MigrationScript).Assembly;
        var names = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        var scripts = new List<MigrationScript>();
        foreach (var name in names)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            scripts.Add(Of(name[prefix.Length..], reader.ReadToEnd()));
        }

        return scripts;
    }

    /// <summary>Checks that every script a database has had is known here.</summary>
    /// <exception cref="InvalidOperationException">One is not.</exception>
    public static void RequireKnown(IEnumerable<long> applied, IReadOnlyList<MigrationScript> scripts)
    {
        if (applied.Any(number => scripts.All(script => script.Number != number)))
        {
            throw new InvalidOperationException("The database was migrated by a newer version of Taushet.");
        }
    }

    /// <summary>Checks that the script is the one that was applied; null when none was.</summary>
    /// <exception cref="InvalidOperationException">It has changed since.</exception>
    public void RequireUnchanged(string? appliedHash)
    {
        if (appliedHash is not null && !string.Equals(Hash, appliedHash, StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"Migration {Name} was changed after it had been applied.");
        }
    }

    /// <summary>What to throw when a database lacks it.</summary>
    public InvalidOperationException Lacking() => new($"The database lacks migration {Name}: run 'taushet db migrate'.");

    private static MigrationScript Of(string name, string text) => new(
        long.Parse(name[..4], CultureInfo.InvariantCulture),
        name,
        name.Split('.') is [_, var form, _] ? form : string.Empty,
        text,
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")))));
}
