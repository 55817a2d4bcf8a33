using System.CommandLine;
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

    /// <summary>Builds the command.</summary>
    public static Command Build(TimeProvider clock, GatewayVariables variables)
    {
        var command = new Command(
            "doctor",
            "Looks at a gateway's keys, clock, logs, index, what waits, certificates and policies; each line ok, warn or bad, with what to do. "
            + "Changes nothing. Exit code 1 when a line is bad. What it says of the configuration is what this environment's variables say.");
        Format.AcceptOnlyFromAmong("text", Json);
        command.Add(Format);
        command.Add(Policies);
        command.Add(TrailOptions.CheckpointFile);
        command.Add(SharedOptions.Data);
        command.SetAction((parsed, cancellation) => RunAsync(parsed, clock, variables, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, TimeProvider clock, GatewayVariables variables, CancellationToken cancellation)
    {
        var folder = new DataFolder(parsed.GetRequiredValue(SharedOptions.Data));
        var patient = new Patient(
            folder,
            variables,
            CheckpointPlaces.Of(parsed, folder, variables).Of,
            parsed.GetValue(Policies) ?? variables.PoliciesDirectory ?? "policies",
            clock);
        IReadOnlyList<Finding> findings =
        [
            .. KeyChecks.Look(patient),
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
        ClockChecks.AgainstLogs(patient, await Patient.OpenLogsAsync(store.Trail, cancellation)),
        await ClockChecks.AgainstStoreAsync(patient, store.Health, cancellation),
        .. await LogChecks.LookAsync(patient, store.Trail, cancellation),
        WaitingChecks.Index(await store.Index.StateAsync(cancellation)),
        .. (await store.Health.BacklogAsync(cancellation)).Select(backlog => WaitingChecks.Of(backlog, patient.Now)),
    ];
}
