using System.CommandLine;
using Taushet.Policies.Book;
using Taushet.Policies.Publishing;

namespace Taushet.Cli.Policies;

/// <summary><c>taushet policy book</c>: writes the page and the picture of the rule book beside its rules.</summary>
internal static class PolicyBookCommand
{
    private static readonly Option<bool> Check = new("--check") { Description = "Writes nothing; fails when page or picture is not of these rules." };

    /// <summary>Builds the command.</summary>
    public static Command Build()
    {
        var command = new Command("book", $"Writes {BookPage.File} and {MatrixPicture.File}: every rule, and what is possible between whom.");
        command.Add(PolicyOptions.Folder);
        command.Add(Check);
        command.SetAction(parsed => LoadedFolder.Run(parsed, book => Write(book, parsed)));
        return command;
    }

    private static int Write(PolicyBook book, ParseResult parsed)
    {
        var folder = parsed.GetRequiredValue(PolicyOptions.Folder);
        var output = parsed.InvocationConfiguration.Output;
        var stale = 0;
        foreach (var (name, text) in new[] { (BookPage.File, BookPage.Write(book)), (MatrixPicture.File, MatrixPicture.Draw(book.Policies)) })
        {
            var path = Path.Combine(folder, name);
            var same = File.Exists(path) && string.Equals(File.ReadAllText(path), text, StringComparison.Ordinal);
            if (same)
            {
                output.WriteLine($"{name} is of these rules");
            }
            else if (parsed.GetValue(Check))
            {
                stale++;
                output.WriteLine($"{name} is of other rules: run 'taushet policy book'");
            }
            else
            {
                File.WriteAllText(path, text);
                output.WriteLine($"{name} written");
            }
        }

        return stale == 0 ? 0 : 1;
    }
}
