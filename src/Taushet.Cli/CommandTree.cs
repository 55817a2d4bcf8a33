using System.CommandLine;
using Taushet.Cli.Database;
using Taushet.Cli.Doctor;
using Taushet.Cli.Fiks;
using Taushet.Cli.Load;
using Taushet.Cli.Participants;
using Taushet.Cli.Policies;
using Taushet.Cli.Tokens;
using Taushet.Cli.Trail;
using Taushet.Cli.Trail.Reports;
using Taushet.Cli.Trail.Retention;

namespace Taushet.Cli;

/// <summary>Every command of <c>taushet</c>, as a parts list.</summary>
internal static class CommandTree
{
    /// <summary>Builds the tree.</summary>
    /// <param name="clock">The clock of every command.</param>
    /// <param name="variables">The gateway's environment variables.</param>
    public static RootCommand Build(TimeProvider clock, GatewayVariables variables)
    {
        var root = new RootCommand("Taushet: lawful sharing of information on children, field by field.");
        root.Add(Group(
            "policy",
            "The law as data.",
            PolicyTestCommand.Build(),
            PolicyCheckCommand.Build(),
            PolicyExplainCommand.Build(),
            PolicyHashCommand.Build(),
            PolicyDoubtsCommand.Build(),
            PolicyApproveCommand.Build(clock),
            PolicyReplayCommand.Build(),
            PolicyBookCommand.Build(),
            PolicyTableCommand.Build(),
            PolicyOrderCommand.Build()));
        root.Add(Group(
            "db",
            "The store.",
            MigrateCommand.Build(clock),
            BackupCommand.Build(),
            ImportPersonsCommand.Build(clock, variables),
            LoginScriptCommand.Build()));
        root.Add(Group("participants", "Who is registered as which service.", ParticipantsImportCommand.Build(clock)));
        root.Add(Group(
            "audit",
            "The trail: its logs, their proofs and their keys.",
            AuditListCommand.Build(),
            AuditLogsCommand.Build(),
            AuditReindexCommand.Build(),
            AuditExportCommand.Build(clock),
            AuditReportCommand.Build(Environment.GetEnvironmentVariable),
            AuditVerifyCommand.Build(variables),
            AuditProveCommand.Build(),
            AuditConsistencyCommand.Build(),
            AuditResumeCommand.Build(variables),
            Group(
                "retention",
                "What of the trail must be kept, and what is destroyed: by its keys, never by its entries.",
                HoldCommands.BuildHold(clock),
                HoldCommands.BuildLift(clock),
                HoldCommands.BuildList(),
                DestroyCommands.BuildOrder(clock),
                DestroyCommands.BuildDestroy(clock)),
            Group("wrapping-key", "The key that wraps the keys of persons and entries.", WrappingKeyCommands.Build()),
            Group("key", "The key that signs checkpoints.", KeyCreateCommand.Build(variables), KeyRotateCommand.Build(), KeyRetireCommand.Build())));
        root.Add(Group("fiks", "Reports of concern in the form of Fiks.", FiksCommands.Export(), FiksCommands.Import()));
        root.Add(DoctorCommand.Build(clock, variables));
        root.Add(TokenCommand.Build(clock));
        root.Add(LoadCommand.Build(clock));
        AddAssurance(root);
        return root;
    }

    /// <summary>What holds the book itself to the law.</summary>
    private static void AddAssurance(RootCommand root)
    {
        var policy = root.Subcommands.Single(command => command.Name == "policy");
        policy.Add(PolicyFuzzCommand.Build());
        policy.Add(PolicyProveCommand.Build());
        policy.Add(PolicyMutateCommand.Build());
    }

    private static Command Group(string name, string description, params Command[] members)
    {
        var group = new Command(name, description);
        foreach (var member in members)
        {
            group.Add(member);
        }

        return group;
    }
}
