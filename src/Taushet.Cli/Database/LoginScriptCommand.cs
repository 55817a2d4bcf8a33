using System.CommandLine;
using Taushet.Storage.SqlServer;

namespace Taushet.Cli.Database;

/// <summary><c>taushet db login-script</c>: the rights a gateway needs on SQL Server, for the database's owner to run.</summary>
internal static class LoginScriptCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Build()
    {
        var command = new Command("login-script", "Prints the script that makes a role with the least rights a gateway needs on SQL Server.");
        command.SetAction(parsed =>
        {
            parsed.InvocationConfiguration.Output.Write(SqlServerStore.LoginScript());
            return 0;
        });
        return command;
    }
}
