using System.CommandLine;
using Taushet.Client.Fiks;

namespace Taushet.Cli.Fiks;

/// <summary>Reads the file of a command; tells what is wrong with it, and never a value in it.</summary>
internal static class FiksFile
{
    /// <summary>Reads and works on the text.</summary>
    public static int Read(ParseResult parsed, Argument<string> file, Func<string, int> work)
    {
        var path = parsed.GetRequiredValue(file);
        try
        {
            return work(File.ReadAllText(path));
        }
        catch (FiksException error)
        {
            return new CommandFault(error.Message, path, "mend the file, or ask whoever made it").Tell(parsed.InvocationConfiguration.Error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new CommandFault("the file cannot be read", path, "give a file that can be").Tell(parsed.InvocationConfiguration.Error);
        }
    }
}
