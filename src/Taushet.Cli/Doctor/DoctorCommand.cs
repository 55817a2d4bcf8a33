using System.CommandLine;
using System.CommandLine.Parsing;
using Taushet.Cli.Trail;
using Taushet.Storage.Ports;

namespace Taushet.Cli.Doctor;

/// <summary><c>taushet doctor</c>: whether a gateway's keys, clock, logs, index, inboxes, certificates and policies are as they should be.</summary>
internal static class DoctorCommand
{
    private const string Json = "json";

    private static readonly Option<string> Format = new("--format")
    {
        Description = "text, or json for monitoring.",
        DefaultValueFactory = _ => "text",
    };

    private static readonly Option<string?> Policies = new("--policies")
    {
        Description = "The policy folder. By default what Taushet__PoliciesDirectory says, else 'policies'.",
    };

    private static readonly Option<string?> ContentRoot = new("--content-root")
    {
        Description = "The folder with the gateway's appsettings.json. By default as the gateway finds it: what its variables and arguments "
            + "say, else the folder that this runs in.",
    };

    private static readonly Argument<string[]> Arguments = new("arguments")
    {
        Description = "The gateway's own command line, after --, as in: taushet doctor -- --Taushet:LogName=east",
        Arity = ArgumentArity.ZeroOrMore,
    };

    /// <summary>Builds the command.</summary>
    public static Command Build(TimeProvider clock, GatewayVariables variables)
    {
        var command = new Command(
            "doctor",
            "Looks at a gateway's settings, keys, disks, clock, logs, index, what waits, certificates and policies; each line ok, warn or bad, "
            + "with what to do. Changes nothing. Exit code 1 when a line is bad. Reads the settings as the gateway does: run it as the gateway's "
            + "user, in its folder, with its variables and arguments.");
        Format.AcceptOnlyFromAmong("text", Json);
        command.Add(Format);
        command.Add(Policies);
        command.Add(ContentRoot);
        command.Add(Arguments);
        command.Add(TrailOptions.CheckpointFile);
        command.Add(SharedOptions.Data);
        command.SetAction((parsed, cancellation) => RunAsync(parsed, clock, variables, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, TimeProvider clock, GatewayVariables variables, CancellationToken cancellation)
    {
        var arguments = parsed.GetValue(Arguments) ?? [];
        if (arguments.Length > 0 && !parsed.Tokens.Any(token => token.Type == TokenType.DoubleDash))
        {
            return new CommandFault("this is no option of doctor", arguments[0], "put the gateway's own arguments after --")
                .Tell(parsed.InvocationConfiguration.Error);
        }

        var (told, settings) = GatewaySettings.Read(variables, parsed.GetValue(ContentRoot), arguments);
        var folder = FolderOf(parsed, told);
        var patient = new Patient(
            folder,
            told,
            CheckpointPlaces.Of(parsed, folder, told).Of,
            parsed.GetValue(Policies) ?? told.PoliciesDirectory ?? "policies",
            clock);
        IReadOnlyList<Finding> findings =
        [
            settings,
            .. OtherFolder(folder, told),
            .. KeyChecks.Look(patient),
            .. DiskChecks.Look(patient),
            await ClockChecks.WatchAsync(patient, cancellation),
            .. await StoreAsync(patient, cancellation),
            .. CertificateChecks.Look(patient),
            PolicyChecks.Look(patient),
        ];
        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(Format) == Json)
        {
            FindingReport.WriteJson(output, findings);
        }
        else
        {
            FindingReport.Write(output, findings);
        }

        return FindingReport.Worst(findings) == FindingLevel.Bad ? 1 : 0;
    }

    private static DataFolder FolderOf(ParseResult parsed, GatewayVariables told)
    {
        var isGiven = parsed.GetResult(SharedOptions.Data) is { Implicit: false };
        var given = parsed.GetRequiredValue(SharedOptions.Data);
        return new DataFolder(isGiven ? given : told.DataDirectory ?? given) { Server = told.SqlServer };
    }

    private static IEnumerable<Finding> OtherFolder(DataFolder folder, GatewayVariables told)
    {
        if (told.DataDirectory is { } own && !string.Equals(Path.GetFullPath(own), Path.GetFullPath(folder.Path), StringComparison.Ordinal))
        {
            yield return Finding.Warn(
                "data folder",
                $"{folder.Path} is looked at, and the gateway's settings name {own}",
                "leave --data out to look at the gateway's own, or mend its setting DataDirectory");
        }
    }

    private static async Task<IReadOnlyList<Finding>> StoreAsync(Patient patient, CancellationToken cancellation)
    {
        const string Check = "store";
        try
        {
            var store = await patient.Folder.OpenStoreAsync(cancellation);
            if (store is null)
            {
                return [Finding.Bad(Check, $"{patient.Folder.Place} is not there", "point --data at a gateway's data folder, or restore its backup")];
            }

            await using (store)
            {
                return [Finding.Ok(Check, $"{patient.Folder.Place} can be opened, and has this version's shape"), .. await InAsync(patient, store, cancellation)];
            }
        }
        catch (Exception fault) when (OpenTrail.Stops(fault))
        {
            return [Finding.Bad(
                Check,
                $"{patient.Folder.Place} cannot be read: {fault.Message}",
                "run taushet db migrate, and check that the key files beside the store are its own")];
        }
    }

    private static async Task<IReadOnlyList<Finding>> InAsync(Patient patient, IStore store, CancellationToken cancellation) =>
    [
        await OpeningChecks.LookAsync(store.Trail, cancellation),
        ClockChecks.AgainstLogs(patient, await Patient.OpenLogsAsync(store.Trail, cancellation)),
        await ClockChecks.AgainstStoreAsync(patient, store.Health, cancellation),
        .. await LogChecks.LookAsync(patient, store.Trail, cancellation),
        WaitingChecks.Index(await store.Index.StateAsync(cancellation)),
        .. (await store.Health.BacklogAsync(cancellation)).Select(backlog => WaitingChecks.Of(backlog, patient.Now)),
    ];
}
