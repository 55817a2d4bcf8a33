using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Taushet.Core.Decisions;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Consultation;
using Taushet.Gateway.Label;
using Taushet.Gateway.Tests.Support;
using Mark = Taushet.V1.Label;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Tests.Consultation;

public sealed class AnonymousFormTests
{
    private static readonly Arbitrary<CellSet> Opened =
        Gen.Elements<Cell>(Codes<Cell>.Members).ArrayOf().Select(cells => CellSet.Of(cells)).ToArbitrary();

    private static readonly Mark[] Closing = [Mark.ToldInConfidence, Mark.ConcernsOtherPerson, Mark.InternalDraft];

    private static readonly Arbitrary<Mark[]> Marks =
        Gen.SubListOf(Mark.Relevant, Mark.ToldInConfidence, Mark.ConcernsOtherPerson, Mark.InternalDraft, Mark.FreeOfLocation, Mark.Unverified)
            .Select(marks => marks.ToArray()).ToArbitrary();

    /// <summary>
    /// INVARIANT: no leaf of the form locates the child, tells of another person, or is exact: what is told are confirmed texts, and yes
    /// or no.
    /// </summary>
    [Fact]
    public void Of_AnyCellsAndMarks_NoIdentifyingLeafRemainsAndEveryLeafIsAccountedFor() =>
        Prop.ForAll(Opened, Marks, ArbMap.Default.ArbFor<bool>(), (cells, marks, confirmed) =>
        {
            var content = FilledRecord.Everything(marks);
            ContentWalk.Each(content, (leaf, _, _, entry) => Retell(leaf, entry));
            var may = Leaves(content).Where(leaf => cells.Contains(leaf.Cell) && MayBeTold(leaf, confirmed)).ToList();

            var form = AnonymousForm.Of(content, "words", Permit(cells), confirmed);

            var told = Leaves(form.Told.Information);
            told.ShouldBeSubsetOf(may);
            if (!marks.Any(Closing.Contains))
            {
                told.ShouldBe(may);
            }

            (told.Count + form.Stripped.Count(field => field.Path != "narrative")).ShouldBe(Leaves(content).Count);
            form.Stripped.Any(field => field.Path == "narrative").ShouldBe(!confirmed);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_TextThatRepeatsANameOfTheRecord_IsStrippedThoughConfirmed()
    {
        var content = new Wire.ChildInformation
        {
            Person = new Wire.PersonSection { Identity = new Wire.Identity { GivenName = "Solveig", FamilyName = "Granskogen" } },
            Concern = new Wire.ConcernSection
            {
                Emotion =
                {
                    new Wire.EmotionSign { Description = "solveigs tegninger er mørke" },
                    new Wire.EmotionSign { Description = "tegningene er mørke", ObservedOn = "2026-08-31" },
                },
            },
        };

        var form = AnonymousForm.Of(content, "Granskogen er urolig", Permit(CellSet.All), textsConfirmed: true);

        form.Told.Information!.Concern.Emotion.ShouldHaveSingleItem().Description.ShouldBe("tegningene er mørke");
        form.Told.Information.Person.ShouldBeNull();
        form.Stripped.Select(field => (field.Path, field.Reason)).ShouldBe(
        [
            ("person.identity.given_name", Wire.StrippedReason.Exact),
            ("person.identity.family_name", Wire.StrippedReason.Exact),
            ("concern.emotion[0].description", Wire.StrippedReason.RepeatsIdentity),
            ("concern.emotion[1].observed_on", Wire.StrippedReason.Exact),
            ("narrative", Wire.StrippedReason.RepeatsIdentity),
        ]);
    }

    private static bool MayBeTold(Leaf leaf, bool confirmed) =>
        !leaf.Traits.Contains(Trait.LocatesChild)
        && !leaf.Traits.Contains(Trait.ThirdPerson)
        && (leaf.Traits.Contains(Trait.FreeText) ? confirmed : leaf.Field.FieldType == FieldType.Bool);

    // The filled record says the same name everywhere, which a text must not repeat.
    private static void Retell(Leaf leaf, IMessage entry)
    {
        if (leaf.Traits.Contains(Trait.FreeText))
        {
            leaf.Field.Accessor.SetValue(entry, "virker trist");
        }
    }

    private static Permission Permit(CellSet cells)
    {
        var party = new PartyRef("111111111", string.Empty, Service.PrimarySchool, ServiceForm.Municipal);
        var request = new Request
        {
            Flow = Flow.Push,
            Receiver = party with { Service = Service.Barnevern },
            Holder = party,
            Needs = new NeedList([], cells),
            LawDate = new DateOnly(2026, 9, 1),
        };
        return new Permission(request, new Decision { Asked = cells, HolderMayGive = cells, HolderDecided = cells });
    }

    private static List<Leaf> Leaves(Wire.ChildInformation? content)
    {
        var leaves = new List<Leaf>();
        ContentWalk.Each(content, (leaf, _, _, _) => leaves.Add(leaf));
        return leaves;
    }
}
