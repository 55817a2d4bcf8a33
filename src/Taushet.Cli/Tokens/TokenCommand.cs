using System.CommandLine;
using Taushet.Core.Requests.Identifiers;
using Taushet.Storage.Files;

namespace Taushet.Cli.Tokens;

/// <summary><c>taushet token</c>: prints a bare development token, so that <c>$(...)</c> takes it.</summary>
internal static class TokenCommand
{
    private const int LongestMinutes = 24 * 60;

    private static readonly Option<string> Organisation = new("--org")
    {
        Description = "Organisation number of the calling organisation, nine digits.",
        Required = true,
    };

    private static readonly Option<string> Client = new("--client")
    {
        Description = "Id of the calling system.",
        DefaultValueFactory = _ => "development-client",
    };

    private static readonly Option<int> Minutes = new("--minutes")
    {
        Description = $"How long the token holds, 1 to {LongestMinutes} minutes.",
        DefaultValueFactory = _ => 60,
    };

    private static readonly Option<string[]> Roles = new("--role")
    {
        Description = "A role of the employee who calls: caseworker, controller, auditor or administrator. Several are allowed; none: a machine.",
    };

    /// <summary>Builds the command.</summary>
    public static Command Build(TimeProvider clock)
    {
        var command = new Command("token", "Mints an access token of the development issuer.");
        command.Add(Organisation);
        command.Add(Client);
        command.Add(Minutes);
        Roles.AcceptOnlyFromAmong("caseworker", "controller", "auditor", "administrator");
        command.Add(Roles);
        command.Add(SharedOptions.Data);
        command.SetAction(parsed => Run(parsed, clock));
        return command;
    }

    private static int Run(ParseResult parsed, TimeProvider clock)
    {
        var output = parsed.InvocationConfiguration.Output;
        var errors = parsed.InvocationConfiguration.Error;
        var organisation = parsed.GetRequiredValue(Organisation);
        var minutes = parsed.GetValue(Minutes);
        var folder = parsed.GetRequiredValue(SharedOptions.Data);
        if (!OrganisationNumber.IsValid(organisation))
        {
            return new CommandFault(
                "this is no organisation number: nine digits, the last one a control digit",
                "--org",
                "give the number of an organisation that is registered with the gateway").Tell(errors);
        }

        if (minutes is < 1 or > LongestMinutes)
        {
            return new CommandFault($"a token holds 1 to {LongestMinutes} minutes", "--minutes", "choose a number between")
                .Tell(errors);
        }

        try
        {
            var issuer = new DevelopmentIssuer(DevelopmentKey.LoadOrCreate(folder), clock);
            var token = issuer.Mint(
                organisation,
                parsed.GetRequiredValue(Client),
                TimeSpan.FromMinutes(minutes),
                Guid.NewGuid(),
                roles: parsed.GetValue(Roles));
            output.WriteLine(token);
            return 0;
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return new CommandFault(
                $"the development key cannot be used: {fault.Message}",
                Path.Combine(folder, DataFiles.DevelopmentKey),
                "remove the file to get a new key, or choose another folder with --data").Tell(errors);
        }
    }
}
