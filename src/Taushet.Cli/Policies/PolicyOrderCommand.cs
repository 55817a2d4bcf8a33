using System.CommandLine;
using Taushet.Policies.Publishing;

namespace Taushet.Cli.Policies;

/// <summary><c>taushet policy order</c>: puts each act's rules in the order of its sections.</summary>
internal static class PolicyOrderCommand
{
    private static readonly Option<bool> Check = new("--check") { Description = "Writes nothing; fails when a file is out of order." };

    /// <summary>Builds the command.</summary>
    public static Command Build()
    {
        var command = new Command("order", "Puts the rules of each file in the order of the act's sections; a rule takes the comment above it along.");
        command.Add(PolicyOptions.Folder);
        command.Add(Check);
        command.SetAction(parsed => LoadedFolder.Run(parsed, _ => Order(parsed)));
        return command;
    }

    private static int Order(ParseResult parsed)
    {
        var rules = Path.Combine(parsed.GetRequiredValue(PolicyOptions.Folder), "rules");
        var outOfOrder = 0;
        foreach (var path in Directory.GetFiles(rules, "*.yaml").Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(path);
            var ordered = RuleOrder.Of(text, Path.GetFileNameWithoutExtension(path));
            if (string.Equals(text, ordered, StringComparison.Ordinal))
            {
                continue;
            }

            outOfOrder++;
            parsed.InvocationConfiguration.Output.WriteLine($"{Path.GetFileName(path)} {(parsed.GetValue(Check) ? "is out of order" : "put in order")}");
            if (!parsed.GetValue(Check))
            {
                File.WriteAllText(path, ordered);
            }
        }

        return outOfOrder > 0 && parsed.GetValue(Check) ? 1 : 0;
    }
}
