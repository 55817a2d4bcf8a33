using System.CommandLine;
using System.Globalization;
using Taushet.Core.Trail;
using Taushet.Storage.Ports;

namespace Taushet.Cli.Trail.Retention;

/// <summary><c>taushet audit retention order|destroy</c>: one person orders, another confirms, and only then keys are destroyed.</summary>
internal static class DestroyCommands
{
    private const int Most = 2000;
    private const int Step = 5000;

    private static readonly Option<string> Basis = new("--basis")
    {
        Description = "By what law or decision: the log tells it in place of what was destroyed.",
        Required = true,
    };

    private static readonly Option<Guid> Order = new("--order") { Description = "The order, as 'audit retention order' told it.", Required = true };

    /// <summary><c>order</c>.</summary>
    public static Command BuildOrder(TimeProvider clock)
    {
        var command = new Command(
            "order",
            "Orders that keys of entries be destroyed, and says how many. Nothing is destroyed until another person runs 'destroy'. With a child "
            + "and no holder the child's own key is among them, under which older entries are.");
        command.Add(Basis);
        ScopeOptions.AddTo(command);
        command.SetAction(parsed => OpenTrail.RunAsOperatorAsync(parsed, async opened =>
        {
            var (scope, fault) = await ScopeOptions.ReadAsync(parsed);
            if (scope is null)
            {
                return fault!.Tell(opened.Errors);
            }

            var order = new DestructionOrder(
                Guid.NewGuid(),
                scope,
                parsed.GetRequiredValue(Basis),
                parsed.GetRequiredValue(ScopeOptions.Reference),
                parsed.GetRequiredValue(ScopeOptions.Person),
                clock.GetUtcNow());
            var count = await opened.Store.Retention.CountAsync(scope, clock.GetUtcNow(), CancellationToken.None);
            var text = $"destruction-ordered.v1\norder {order.Id:n}\n{ScopeOptions.Text(scope)}basis {order.Basis}\n";
            var act = new OperatorAct(EntryKind.DestructionOrdered, order.OrderedBy, order.Reference, text);
            var result = await act.StoreAsync(opened.Store.Audit, clock, new RegisterChange.OfDestructionOrder(order));
            return Outcome.Tell(opened, result, $"ordered {order.Id:n}: {Lines.Count(count.Free, "key")}, {Left(count, string.Empty)}");
        }));
        return command;
    }

    /// <summary><c>destroy</c>.</summary>
    public static Command BuildDestroy(TimeProvider clock)
    {
        var command = new Command("destroy", "Confirms an order by another person than who ordered it, and destroys its keys, for good.");
        foreach (var option in (Option[])[Order, ScopeOptions.Person, ScopeOptions.Reference, SharedOptions.Data])
        {
            command.Add(option);
        }

        command.SetAction(parsed => OpenTrail.RunAsOperatorAsync(parsed, opened => DestroyAsync(opened, parsed, clock)));
        return command;
    }

    private static async Task<int> DestroyAsync(OpenTrail opened, ParseResult parsed, TimeProvider clock)
    {
        var retention = opened.Store.Retention;
        var person = parsed.GetRequiredValue(ScopeOptions.Person);
        if (await retention.FindOrderAsync(parsed.GetRequiredValue(Order), CancellationToken.None) is not { } order)
        {
            return new CommandFault("there is no such order", opened.Folder.Place, "order it with 'audit retention order'").Tell(opened.Errors);
        }

        if (string.Equals(person, order.OrderedBy, StringComparison.Ordinal))
        {
            return new CommandFault("who confirms must be another than who ordered", person, "let another person run this").Tell(opened.Errors);
        }

        while (await retention.CountAsync(order.Scope, clock.GetUtcNow(), CancellationToken.None) is { Free: > 0 })
        {
            var text = $"keys-destroyed.v1\norder {order.Id:n}\n{ScopeOptions.Text(order.Scope)}basis {order.Basis}\nordered-by {order.OrderedBy}\n";
            var act = new OperatorAct(EntryKind.KeysDestroyed, person, parsed.GetRequiredValue(ScopeOptions.Reference), text);
            var change = new RegisterChange.OfDestruction(order.Id, person, clock.GetUtcNow(), Most);
            var stored = Outcome.Tell(opened, await act.StoreAsync(opened.Store.Audit, clock, change), "destroyed a part");
            if (stored != 0)
            {
                return stored;
            }
        }

        await ForgetAsync(opened);
        var done = await retention.DestructionsOfAsync(order.Id, CancellationToken.None);
        var left = await retention.CountAsync(order.Scope, clock.GetUtcNow(), CancellationToken.None);
        opened.Output.WriteLine($"{Lines.Count(done.Sum(one => (long)one.Keys), "key")} destroyed, {Left(left, "left ")}");
        return 0;
    }

    // A delivery not received, an open task, an order that stands: 'destroy' takes them when they have ended.
    private static string Left(KeyCount count, string left) =>
        string.Create(CultureInfo.InvariantCulture, $"{count.Held} {left}under a legal hold, {count.Owed} {left}for what is still owed");

    private static async Task ForgetAsync(OpenTrail opened)
    {
        while ((await opened.Store.Projector.StepAsync(Step, CancellationToken.None)) is { Added: > 0, Behind: > 0 })
        {
        }
    }
}
