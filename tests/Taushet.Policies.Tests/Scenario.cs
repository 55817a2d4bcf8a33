using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Taushet.Core.Consents;
using Taushet.Core.Decisions;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Cases;

namespace Taushet.Policies.Tests;

/// <summary>A request with facts: one of the real cases with some of its parts drawn anew.</summary>
internal sealed record Scenario(string From, Request Request, Facts Facts)
{
    private static readonly ImmutableArray<PolicyCase> Cases =
        CaseLoader.Load(Path.Combine(PolicyFolder.Root, "cases"), PolicyFolder.Book).Cases;

    private static readonly Flow[] OwnFlows = [Flow.Push, Flow.Asked];

    /// <summary>Random scenarios near the cases: each part is drawn anew one time in seven.</summary>
    public static Arbitrary<Scenario> Any { get; } = Arb.From(
        from policyCase in Gen.Elements<PolicyCase>(Cases)
        from request in Near(policyCase.Request)
        from facts in Near(policyCase.Facts)
        select new Scenario(policyCase.Id, request, facts));

    public Decision Decide() => Decider.Decide(Request, Facts, PolicyFolder.Book.Policies);

    public bool IsOwnDuty =>
        OwnFlows.Contains(Request.Flow) && Request.Evidence.Report is not null && Decide().Must.Contains(Cell.Incident);

    private static Gen<Request> Near(Request model) =>
        from flow in Sometimes(model.Flow, Members<Flow>())
        from holder in Sometimes(model.Holder, Party())
        from receiver in Sometimes(model.Receiver, Party())
        from bases in Sometimes(model.Asserted, Gen.ListOf(Members<Basis>(), 2).Select(list => MemberSet<Basis>.Of([.. list])))
        from purpose in Sometimes(model.Purpose, Known(Members<Purpose>()))
        from date in Sometimes(model.LawDate, Gen.Choose(0, 2200).Select(days => new DateOnly(2022, 1, 1).AddDays(days)))
        from needs in Sometimes(model.Needs, Members<Need>().Select(need => new NeedList([(need, CellSet.All)])))
        select model with
        {
            Flow = flow,
            Holder = holder,
            Receiver = receiver,
            Asserted = bases,
            Purpose = purpose,
            LawDate = date,
            Needs = needs,
        };

    private static Gen<Facts> Near(Facts model) =>
        from age in Sometimes(model.Age, Known(Gen.Choose(0, 24)))
        from grading in Sometimes(model.Grading, Known(Members<Grading>()))
        from care in Sometimes(model.Care, Known(Members<CareSituation>()))
        from hidden in Sometimes(model.HiddenAddress, Known(Gen.Elements(true, false)))
        from ban in Sometimes(model.ContactBan, Known(Gen.Elements(true, false)))
        from responsibility in Sometimes(model.Responsibility, Known(Members<ParentalResponsibility>()))
        from objections in Sometimes(model.Objections, Known(Objections()))
        from secrecies in Sometimes(model.Secrecies, Known(Secrecies()))
        select model with
        {
            Age = age,
            Grading = grading,
            Care = care,
            HiddenAddress = hidden,
            ContactBan = ban,
            Responsibility = responsibility,
            Objections = objections,
            Secrecies = secrecies,
        };

    private static Gen<ImmutableArray<SecrecyFact>> Secrecies() =>
        Gen.Elements(
            ImmutableArray<SecrecyFact>.Empty,
            [new SecrecyFact(Guid.Empty, 1, null, Service.ParentWithResponsibility, CellSet.All)]);

    private static Gen<ImmutableArray<ObjectionFact>> Objections() =>
        Gen.Elements(
            ImmutableArray<ObjectionFact>.Empty,
            [new ObjectionFact(Guid.Empty, 1, null, null, CellSet.All)]);

    private static Gen<PartyRef> Party() =>
        from service in Members<Service>()
        from form in Known(Members<ServiceForm>())
        select new PartyRef(string.Empty, string.Empty, service, form);

    private static Gen<T> Members<T>()
        where T : struct, Enum =>
        Gen.Elements<T>(Enum.GetValues<T>());

    private static Gen<Known<T>> Known<T>(Gen<T> values) =>
        Gen.Frequency((1, Gen.Constant(Core.Requests.Known<T>.Unknown)), (4, values.Select(value => (Known<T>)value)));

    private static Gen<T> Sometimes<T>(T model, Gen<T> anew) =>
        Gen.Frequency((6, Gen.Constant(model)), (1, anew));
}
