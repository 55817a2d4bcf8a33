using System.CommandLine;
using Taushet.Core.Requests;
using Taushet.Core.Requests.Identifiers;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;

namespace Taushet.Cli.Trail.Retention;

/// <summary>The options that name what is kept or destroyed.</summary>
internal static class ScopeOptions
{
    /// <summary>Who does it.</summary>
    public static Option<string> Person { get; } = new("--reader") { Description = "Reference of who does it.", Required = true };

    /// <summary>What for.</summary>
    public static Option<string> Reference { get; } = new("--reference") { Description = "The case it belongs to.", Required = true };

    private static readonly Option<string?> ChildFile = new("--child-file")
    {
        Description = "A file with the child's national identity number, which is never an argument. Without it: every child.",
    };

    private static readonly Option<string?> Organisation = new("--org") { Description = "The holder's organisation. Without it: every holder." };

    private static readonly Option<string?> HolderService = new("--service") { Description = "The holder's service, by code. Needs --org." };

    private static readonly Option<int?> First = new("--from-year") { Description = "The first calendar year, as the entries' law date has it." };

    private static readonly Option<int?> Last = new("--to-year") { Description = "The last calendar year." };

    /// <summary>Adds the options.</summary>
    public static void AddTo(Command command)
    {
        foreach (var option in (Option[])[ChildFile, Organisation, HolderService, First, Last, Person, Reference, SharedOptions.Data])
        {
            command.Add(option);
        }
    }

    /// <summary>Reads the scope.</summary>
    /// <returns>The scope, or what is wrong.</returns>
    public static async Task<(KeyScope? Scope, CommandFault? Fault)> ReadAsync(ParseResult parsed)
    {
        SubjectKey? child = null;
        if (parsed.GetValue(ChildFile) is { } path)
        {
            var number = (await File.ReadAllTextAsync(path)).Trim();
            if (!NationalNumber.IsValid(number, out _))
            {
                return (null, new CommandFault("the file holds no national identity number", path, "write the eleven digits and nothing else"));
            }

            child = new SubjectKey(number, null);
        }

        var service = Known<Service>.Unknown;
        if (parsed.GetValue(HolderService) is { } code)
        {
            if (!Codes<Service>.TryParse(code, out var member) || parsed.GetValue(Organisation) is null)
            {
                return (null, new CommandFault("no service of an organisation", code, "name a service by its code, and its organisation with --org"));
            }

            service = member;
        }

        var (first, last) = (parsed.GetValue(First), parsed.GetValue(Last));
        return first > last || first is null != last is null
            ? (null, new CommandFault("no span of years", $"{first} to {last}", "give both --from-year and --to-year, or neither"))
            : (new KeyScope(child, parsed.GetValue(Organisation) ?? string.Empty, service, first ?? 0, last ?? KeyScope.Forever), null);
    }

    /// <summary>A scope as an entry tells it: never whose it is.</summary>
    public static string Text(KeyScope scope) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"holder {(scope.Holder.Length == 0 ? "all" : scope.Holder)} {(scope.Service.IsKnown ? Codes<Service>.Of(scope.Service.Value) : "all")}\nyears {scope.FirstYear} {scope.LastYear}\nchild {(scope.Subject is null ? "all" : "one")}\n");
}
