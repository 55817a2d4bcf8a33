using Taushet.Storage.Ports;

namespace Taushet.Cli.Trail.Retention;

/// <summary>Tells what became of an act.</summary>
internal static class Outcome
{
    /// <summary>Tells it.</summary>
    /// <returns>The exit code.</returns>
    public static int Tell(OpenTrail opened, AppendResult result, string done) => result.Match(
        _ =>
        {
            opened.Output.WriteLine(done);
            return 0;
        },
        () => new CommandFault("there is no such thing, or it was done already", opened.Folder.Place, "look at 'audit retention holds'").Tell(opened.Errors),
        () => NotStored(opened),
        () => NotStored(opened));

    private static int NotStored(OpenTrail opened) => new CommandFault(
        "the entry that tells of it could not be stored, so that nothing was done",
        opened.Folder.Place,
        "see that the store can be written, and that no other operator's command is running").Tell(opened.Errors);
}
