using System.CommandLine;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Net.Client;
using Taushet.Core.Requests.Identifiers;
using Taushet.Core.Vocabulary;
using Taushet.V1;
using CoreService = Taushet.Core.Vocabulary.Service;

namespace Taushet.Cli.Trail.Reports;

/// <summary><c>taushet audit report</c>: a report of a party's log, asked of the gateway, which logs that it was read.</summary>
internal static class AuditReportCommand
{
    /// <summary>The environment variable that holds the access token: a secret, and so never an argument.</summary>
    public const string TokenVariable = "TAUSHET_TOKEN";

    private static readonly Dictionary<string, ReportKind> Kinds = System.Enum.GetValues<ReportKind>()
        .Where(kind => kind != ReportKind.Unspecified)
        .ToDictionary(kind => kind.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    private static readonly Argument<string> Kind = new("report") { Description = $"What on: {string.Join(", ", Kinds.Keys)}." };

    private static readonly Option<Uri> Gateway = new("--gateway") { Description = "The gateway's address.", Required = true };

    private static readonly Option<string> Organisation = new("--org") { Description = "The party's organisation.", Required = true };

    private static readonly Option<string> PartyService = new("--service") { Description = "The party's service, by code.", Required = true };

    private static readonly Option<string> Reader = new("--reader") { Description = "Reference of who reads.", Required = true };

    private static readonly Option<string> Reference = new("--reference") { Description = "What the report is for.", Required = true };

    private static readonly Option<DateOnly?> From = new("--from") { Description = "First day, UTC, as 2026-09-01." };

    private static readonly Option<DateOnly?> To = new("--to") { Description = "Last day, UTC." };

    private static readonly Option<string?> ChildFile = new("--child-file") { Description = "A file with the child's national identity number." };

    private static readonly Option<string?> Person = new("--person") { Description = "The employee's reference, of a report on one." };

    /// <summary>Builds the command.</summary>
    public static Command Build(Func<string, string?> variable)
    {
        var command = new Command("report", $"Asks the gateway for a report and writes it as CSV. The access token stands in {TokenVariable}.");
        command.Add(Kind);
        foreach (var option in (System.CommandLine.Option[])[Gateway, Organisation, PartyService, Reader, Reference, From, To, ChildFile, Person])
        {
            command.Add(option);
        }

        command.SetAction((parsed, cancellation) => RunAsync(parsed, variable, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Func<string, string?> variable, CancellationToken cancellation)
    {
        var errors = parsed.InvocationConfiguration.Error;
        var (asked, fault) = await AskedAsync(parsed, cancellation);
        if (asked is null)
        {
            return fault!.Tell(errors);
        }

        if (variable(TokenVariable) is not { Length: > 0 } token)
        {
            return new CommandFault("there is no access token", TokenVariable, "put the token of an auditor or controller into it").Tell(errors);
        }

        var address = parsed.GetRequiredValue(Gateway);
        try
        {
            using var channel = GrpcChannel.ForAddress(address);
            var headers = new Metadata { { "authorization", $"Bearer {token}" } };
            using var call = new LogReportService.LogReportServiceClient(channel).GetReport(asked, headers, cancellationToken: cancellation);
            var table = new ReportTable(parsed.InvocationConfiguration.Output);
            await foreach (var part in call.ResponseStream.ReadAllAsync(cancellation))
            {
                table.Write(part);
            }

            errors.WriteLine(Lines.Count(table.Rows, "row"));
            return 0;
        }
        catch (Exception error) when (error is RpcException or ArgumentException or InvalidOperationException)
        {
            var what = error is RpcException refused ? $"{refused.StatusCode}: {refused.Status.Detail}" : "no address of a gateway";
            return new CommandFault(what, address.ToString(), "see the address, the token and what the report needs").Tell(errors);
        }
    }

    private static async Task<(GetReportRequest? Asked, CommandFault? Fault)> AskedAsync(ParseResult parsed, CancellationToken cancellation)
    {
        if (!Kinds.TryGetValue(parsed.GetRequiredValue(Kind), out var kind))
        {
            return (null, new CommandFault("there is no such report", parsed.GetRequiredValue(Kind), $"name one of: {string.Join(", ", Kinds.Keys)}"));
        }

        if (!Codes<CoreService>.TryParse(parsed.GetRequiredValue(PartyService), out var service))
        {
            return (null, new CommandFault("there is no such service", parsed.GetRequiredValue(PartyService), "name a service by its code"));
        }

        var asked = new GetReportRequest
        {
            Kind = kind,
            Reader = new LogReader
            {
                Party = new Party { OrganisationNumber = parsed.GetRequiredValue(Organisation), Service = (V1.Service)(int)service },
                ActingPerson = new ActingPerson { Reference = parsed.GetRequiredValue(Reader) },
                Reference = parsed.GetRequiredValue(Reference),
            },
            From = Time(parsed.GetValue(From)),
            To = Time(parsed.GetValue(To)?.AddDays(1)),
            PersonReference = parsed.GetValue(Person) ?? string.Empty,
        };
        if (parsed.GetValue(ChildFile) is { } path)
        {
            var number = (await File.ReadAllTextAsync(path, cancellation)).Trim();
            if (!NationalNumber.IsValid(number, out _))
            {
                return (null, new CommandFault("the file holds no national identity number", path, "write the eleven digits and nothing else"));
            }

            asked.Child = new ChildRef { NationalNumber = number };
        }

        return (asked, null);
    }

    private static Timestamp? Time(DateOnly? day) =>
        day is { } date ? Timestamp.FromDateTime(date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)) : null;
}
