using System.Text;
using Taushet.Core.Decisions;
using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Assurance.Draw;

namespace Taushet.Policies.Assurance.Proving;

/// <summary>Whether the form that is proved says of concrete requests what the decider says.</summary>
public static class FormAgreement
{
    private const int Batch = 500;

    /// <summary>Asks z3 for each of many requests whether the form can say anything else of it than the decider does.</summary>
    /// <param name="policies">The compiled rules.</param>
    /// <param name="folder">Where the files of SMT-LIB go.</param>
    /// <param name="count">How many requests.</param>
    /// <param name="seed">The same seed draws the same requests.</param>
    /// <param name="progress">Told the requests asked so far.</param>
    /// <returns>The number of the first request on which they differ, from 1; null when they agree on all.</returns>
    public static int? FirstDifference(PolicySet policies, string folder, int count, int seed, Action<int>? progress = null)
    {
        Directory.CreateDirectory(folder);
        var draw = new RequestDraw(policies, seed);
        var script = new Script(asConstants: true);
        var form = new DecisionForm(policies, script);
        var answers = Codes<Cell>.Members.ToDictionary(cell => cell, cell => form.Answers(cell).ToList());
        var head = script.ToString();
        for (var asked = 0; asked < count; asked += Batch)
        {
            var text = new StringBuilder(head);
            var size = Math.Min(Batch, count - asked);
            for (var place = 0; place < size; place++)
            {
                Ask(text, InTheBook(draw), policies, answers);
            }

            var file = Path.Combine(folder, "agreement.smt2");
            File.WriteAllText(file, text.ToString());
            var printed = Z3.Run(file, seconds: 600).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            for (var place = 0; place < size; place++)
            {
                if (place >= printed.Length || printed[place].Trim() != "unsat")
                {
                    return asked + place + 1;
                }
            }

            progress?.Invoke(asked + size);
        }

        return null;
    }

    /// <summary>The next request on a day that the form covers.</summary>
    private static (Request Request, Facts Facts) InTheBook(RequestDraw draw)
    {
        var drawn = draw.Next();
        while (drawn.Request.LawDate < Inputs.FirstDay)
        {
            drawn = draw.Next();
        }

        return drawn;
    }

    private static void Ask(
        StringBuilder text,
        (Request Request, Facts Facts) drawn,
        PolicySet policies,
        Dictionary<Cell, List<(string Question, string Term)>> answers)
    {
        var decision = Decider.Decide(drawn.Request, drawn.Facts, policies);
        var said = answers.SelectMany(entry => entry.Value
            .Select(answer => Says(decision, entry.Key, answer.Question) ? answer.Term : Term.Not(answer.Term)));
        text.Append("(push)\n(assert ").Append(new Assignment(drawn.Request, drawn.Facts).Equations())
            .Append(")\n(assert ").Append(Term.Not(Term.And(said))).Append(")\n(check-sat)\n(pop)\n");
    }

    private static bool Says(Decision decision, Cell cell, string question) => question switch
    {
        "must" => decision.Must.Contains(cell),
        "may" => decision.MayOnRequest.Contains(cell),
        "holder" => decision.HolderMayGive.Contains(cell),
        "decided" => decision.HolderDecided.Contains(cell),
        "human" => decision.RoutedToHuman.Contains(cell),
        "byhand" => decision.ByHand.Contains(cell),
        "silent" => decision.ByHandInSilence.Contains(cell),
        _ => decision.Relevant.Contains(cell),
    };
}
