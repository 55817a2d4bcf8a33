using System.CommandLine;
using Taushet.Core.Explaining;
using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Policies;
using Taushet.Policies.Book;
using Taushet.Policies.Cases;
using Taushet.Policies.Explaining;
using Taushet.Policies.Faults;

namespace Taushet.Cli.Policies;

/// <summary><c>taushet policy explain</c>: the full explanation of a case, cell by cell, in bokmål.</summary>
internal static class PolicyExplainCommand
{
    private static readonly Argument<string> Case = new("CASE") { Description = "The case's id, or file:id where ids repeat." };

    private static readonly Argument<string> Cases = new("PATH")
    {
        Description = "A case file or a folder of them.",
        DefaultValueFactory = _ => Path.Combine("policies", "cases"),
    };

    private static readonly Option<bool> All = new("--all") { Description = "Tells every rule that could give a cell, not the nearest alone." };

    /// <summary>Builds the command.</summary>
    public static Command Build()
    {
        var command = new Command("explain", "Explains a case cell by cell: what decided, what came near, what would open.");
        command.Add(Case);
        command.Add(Cases);
        command.Add(PolicyOptions.Folder);
        command.Add(All);
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var loaded = PolicyLoader.Load(parsed.GetRequiredValue(PolicyOptions.Folder));
        if (!loaded.Succeeded)
        {
            return TellFaults(loaded.Faults, output);
        }

        var path = parsed.GetRequiredValue(Cases);
        var cases = CaseLoader.Load(path, loaded.Book);
        if (!cases.Succeeded)
        {
            return TellFaults(cases.Faults, output);
        }

        var asked = parsed.GetRequiredValue(Case);
        var found = cases.Cases.Where(candidate => candidate.Id == asked || $"{candidate.File}:{candidate.Id}" == asked).ToList();
        if (found.Count != 1)
        {
            return new CommandFault($"{found.Count} cases are called '{asked}'", path, "name one case by its id, or as file:id").Tell(errors);
        }

        Tell(found[0], loaded.Book, parsed.GetValue(All) ? int.MaxValue : ExplanationText.Closest, output);
        return 0;
    }

    private static void Tell(PolicyCase chosen, PolicyBook book, int closest, TextWriter output)
    {
        var phrases = book.Policies.Phrases;
        var request = chosen.Request;
        output.WriteLine($"{chosen.Id}  {chosen.Title}  ({chosen.File}:{chosen.Line})");
        output.WriteLine($"{Name(request.Receiver, phrases)} <- {Name(request.Holder, phrases)}, {phrases.Of(request.Flow)}, rett {request.LawDate:yyyy-MM-dd}");
        output.WriteLine($"formål: {(request.Purpose.IsKnown ? phrases.Of(request.Purpose.Value) : "ikke oppgitt")}");
        var bases = string.Join("; ", request.Asserted.ToList().Select(phrases.Of));
        output.WriteLine($"påberopt: {(bases.Length == 0 ? "ingenting" : bases)}");
        output.WriteLine($"regelsett: {book.Policies.Hash}");
        foreach (var line in ExplanationText.Lines(Explainer.Explain(request, chosen.Facts, book.Policies), phrases, closest))
        {
            output.WriteLine(line);
        }
    }

    private static string Name(PartyRef party, Phrases phrases) => $"{Codes<Service>.Of(party.Service)} ({phrases.Of(party.Service)})";

    private static int TellFaults(IReadOnlyCollection<Fault> faults, TextWriter output)
    {
        foreach (var fault in faults)
        {
            output.WriteLine(fault);
        }

        output.WriteLine($"{faults.Count} faults; nothing was explained");
        return 1;
    }
}
