using System.CommandLine;
using System.Globalization;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;

namespace Taushet.Cli.Trail.Retention;

/// <summary><c>taushet audit retention hold|lift|holds</c>: legal holds by who operates the gateway.</summary>
internal static class HoldCommands
{
    private static readonly Option<string> Reason = new("--reason") { Description = "Why; never a name or a number of a person.", Required = true };

    private static readonly Option<Guid> Hold = new("--hold") { Description = "The hold, as 'audit retention holds' tells it.", Required = true };

    /// <summary><c>hold</c>.</summary>
    public static Command BuildHold(TimeProvider clock)
    {
        var command = new Command("hold", "Places a legal hold: nothing in its scope is destroyed until it is lifted. Its years are one, or all.");
        command.Add(Reason);
        ScopeOptions.AddTo(command);
        command.SetAction(parsed => OpenTrail.RunAsOperatorAsync(parsed, async opened =>
        {
            var (scope, fault) = await ScopeOptions.ReadAsync(parsed);
            if (scope is null || (scope.FirstYear != 0 && scope.FirstYear != scope.LastYear))
            {
                return (fault ?? new CommandFault("a hold is on one year or on all", "--from-year", "give the same year twice, or none")).Tell(opened.Errors);
            }

            var hold = new LegalHold(
                Guid.NewGuid(),
                scope,
                parsed.GetRequiredValue(Reason),
                parsed.GetRequiredValue(ScopeOptions.Reference),
                parsed.GetRequiredValue(ScopeOptions.Person),
                clock.GetUtcNow());
            var act = new OperatorAct(
                EntryKind.HoldPlaced, hold.PlacedBy, hold.Reference, $"hold-placed.v1\nhold {hold.Id:n}\n{ScopeOptions.Text(scope)}reason {hold.Reason}\n");
            return Outcome.Tell(opened, await act.StoreAsync(opened.Store.Audit, clock, new RegisterChange.OfHold(hold)), $"placed {hold.Id:n}");
        }));
        return command;
    }

    /// <summary><c>lift</c>.</summary>
    public static Command BuildLift(TimeProvider clock)
    {
        var command = new Command("lift", "Lifts a legal hold.");
        foreach (var option in (Option[])[Hold, Reason, ScopeOptions.Person, ScopeOptions.Reference, SharedOptions.Data])
        {
            command.Add(option);
        }

        command.SetAction(parsed => OpenTrail.RunAsOperatorAsync(parsed, async opened =>
        {
            var id = parsed.GetRequiredValue(Hold);
            var lifting = new HoldLifting(parsed.GetRequiredValue(ScopeOptions.Person), clock.GetUtcNow(), parsed.GetRequiredValue(Reason));
            var act = new OperatorAct(
                EntryKind.HoldLifted,
                lifting.By,
                parsed.GetRequiredValue(ScopeOptions.Reference),
                $"hold-lifted.v1\nhold {id:n}\nreason {lifting.Why}\n");
            return Outcome.Tell(opened, await act.StoreAsync(opened.Store.Audit, clock, new RegisterChange.OfHoldLifted(id, lifting)), $"lifted {id:n}");
        }));
        return command;
    }

    /// <summary><c>holds</c>.</summary>
    public static Command BuildList()
    {
        var command = new Command("holds", "Lists the legal holds that stand, the oldest first.");
        command.Add(SharedOptions.Data);
        command.SetAction(parsed => OpenTrail.RunAsync(parsed, async opened =>
        {
            foreach (var hold in await opened.Store.Retention.HoldsAsync(string.Empty, CancellationToken.None))
            {
                var service = hold.Scope.Service.IsKnown ? Codes<Service>.Of(hold.Scope.Service.Value) : "all";
                var year = hold.Scope.FirstYear == 0 ? "all" : hold.Scope.FirstYear.ToString(CultureInfo.InvariantCulture);
                opened.Output.WriteLine(
                    $"{hold.Id:n}  {Lines.Time(hold.PlacedAt)}  {(hold.Scope.Holder.Length == 0 ? "all" : hold.Scope.Holder)} {service} {year} "
                    + $"{(hold.Scope.Subject is null ? "every child" : "one child")}  {hold.Reference}  {hold.PlacedBy}  {hold.Reason}");
            }

            return 0;
        }));
        return command;
    }
}
