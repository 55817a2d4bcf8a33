using Taushet.Core.Policies;
using Taushet.Core.Requests;

namespace Taushet.Core.Decisions;

/// <summary>The rules that one decision tries, in the order of the ladder, and where each step begins and ends among them.</summary>
internal readonly ref struct Candidates
{
    private const int Steps = (int)Step.Obligation + 1;

    private readonly ReadOnlySpan<Rule> rules;
    private readonly StepEnds ends;

    private Candidates(ReadOnlySpan<Rule> rules)
    {
        this.rules = rules;
        var found = default(StepEnds);
        var step = 0;
        for (var n = 0; n < rules.Length; n++)
        {
            for (; step < (int)rules[n].Step; step++)
            {
                found[step] = n;
            }
        }

        for (; step < Steps; step++)
        {
            found[step] = rules.Length;
        }

        ends = found;
    }

    /// <summary>How many there are.</summary>
    public int Count => rules.Length;

    /// <summary>Picks the rules that can concern a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="policies">The rule book.</param>
    /// <param name="room">Room for every rule between the two.</param>
    /// <remarks>INVARIANT: the index leaves out no rule that could apply.</remarks>
    public static Candidates Of(Request request, PolicySet policies, Span<Rule> room)
    {
        var count = policies.IsIndexed
            ? policies.Index.RulesFor(request.Holder.Service, request.Receiver.Service)
                .Pick(request.Flow, request.LawDate, request.Invoked, room)
            : OneByOne(request, policies, room);
        return new Candidates(room[..count]);
    }

    /// <summary>How much room the rules of a request can take.</summary>
    public static int RoomFor(Request request, PolicySet policies) => policies.IsIndexed
        ? policies.Index.RulesFor(request.Holder.Service, request.Receiver.Service).Count
        : policies.Rules.Length;

    /// <summary>The candidate rules of a step, in order of id.</summary>
    public ReadOnlySpan<Rule> Of(Step step) => rules[ends[(int)step - 1]..ends[(int)step]];

    private static int OneByOne(Request request, PolicySet policies, Span<Rule> room)
    {
        var count = 0;
        foreach (var rule in policies.Rules)
        {
            if (rule.Holders.Contains(request.Holder.Service) && rule.Receivers.Contains(request.Receiver.Service))
            {
                room[count++] = rule;
            }
        }

        return count;
    }

    // One place per step, and one before the first.
    [System.Runtime.CompilerServices.InlineArray(Steps)]
    private struct StepEnds
    {
        private int first;
    }
}
