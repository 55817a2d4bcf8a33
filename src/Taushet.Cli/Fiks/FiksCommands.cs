using System.CommandLine;
using Taushet.Client.Fiks;

namespace Taushet.Cli.Fiks;

/// <summary><c>taushet fiks</c>: reports of concern between the form of Fiks and disclosures.</summary>
internal static class FiksCommands
{
    private static readonly Argument<string> Message = new("FILE") { Description = "A Fiks message, JSON." };

    private static readonly Argument<string> Sheet = new("FILE") { Description = "A sheet as 'fiks import' prints it: envelope and disclosures." };

    private static readonly Option<bool> Private = new("--private") { Description = "The message is a private person's: 'privat v2'." };

    /// <summary>Builds <c>import</c>.</summary>
    public static Command Import()
    {
        var command = new Command(
            "import",
            "Prints a Fiks report as a sheet: one disclosure for each child, an envelope, and whatever had no place in them.");
        command.Add(Message);
        command.Add(Private);
        command.SetAction(parsed => FiksFile.Read(parsed, Message, text =>
        {
            var imported = parsed.GetValue(Private) ? FiksImport.Of(FiksJson.ReadPrivate(text)) : FiksImport.Of(FiksJson.Read(text));
            parsed.InvocationConfiguration.Output.WriteLine(FiksSheet.Write(imported));
            foreach (var kept in imported.Kept)
            {
                parsed.InvocationConfiguration.Error.WriteLine($"kept: {kept.Path}");
            }

            return 0;
        }));
        return command;
    }

    /// <summary>Builds <c>export</c>.</summary>
    public static Command Export()
    {
        var command = new Command(
            "export",
            "Prints a sheet as a Fiks report. Says on the error stream what has no place in the form and what the form lacks; exit code 1 "
            + "when it lacks anything.");
        command.Add(Sheet);
        command.SetAction(parsed => FiksFile.Read(parsed, Sheet, text =>
        {
            var (disclosures, envelope) = FiksSheet.Read(text);
            var exported = FiksExport.Of(disclosures, envelope);
            parsed.InvocationConfiguration.Output.WriteLine(FiksJson.Write(exported.Report));
            foreach (var path in exported.Left)
            {
                parsed.InvocationConfiguration.Error.WriteLine($"left: {path}");
            }

            foreach (var path in exported.Missing)
            {
                parsed.InvocationConfiguration.Error.WriteLine($"missing: {path}");
            }

            return exported.Missing.IsEmpty ? 0 : 1;
        }));
        return command;
    }
}
