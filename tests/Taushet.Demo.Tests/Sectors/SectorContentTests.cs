using Taushet.Core.Requests.Identifiers;
using Taushet.Demo.People;
using Taushet.Demo.Sectors;
using Taushet.Demo.Town;
using Taushet.V1;

namespace Taushet.Demo.Tests.Sectors;

/// <summary>What stands in the systems: the right sections for each service, shielded entries marked, labels as in life.</summary>
public class SectorContentTests
{
    // Any holder may have these: who the child is, its own work with it, and what it sees.
    private static readonly string[] AnyHolder =
    [
        "person.identity", "person.residence", "person.graded_address", "other_persons.guardians", "other_persons.children",
        "holding.", "concern.", "development.", "care.", "family.situations", "family.background",
    ];

    // What only this service has, beside the above: its own row of the record's table.
    private static readonly Dictionary<Core.Vocabulary.Service, string[]> OwnSections = new()
    {
        [Core.Vocabulary.Service.Kindergarten] = ["kindergarten."],
        [Core.Vocabulary.Service.PrimarySchool] = ["school."],
        [Core.Vocabulary.Service.UpperSecondarySchool] = ["school."],
        [Core.Vocabulary.Service.PrivateSchool] = ["school."],
        [Core.Vocabulary.Service.AfterSchoolCare] = ["kindergarten.absences", "kindergarten.collectors"],
        [Core.Vocabulary.Service.EducationalPsychology] = ["educational_psychology."],
        [Core.Vocabulary.Service.FollowUpService] = ["school.absences", "school.notes"],
        [Core.Vocabulary.Service.ChildHealthCentre] =
        [
            "health.growth", "health.vaccinations", "health.screenings", "health.consultations", "health.violence_indications",
            "other_persons.parents_health",
        ],
        [Core.Vocabulary.Service.SchoolHealth] =
            ["health.growth", "health.vaccinations", "health.consultations", "health.mental_health", "health.kept_from_guardians"],
        [Core.Vocabulary.Service.YouthHealthCentre] =
            ["health.consultations", "health.kept_from_guardians", "health.reproductive_health"],
        [Core.Vocabulary.Service.MaternityCare] = ["health.growth", "health.consultations", "other_persons.parents_health"],
        [Core.Vocabulary.Service.GeneralPractitioner] = ["health.", "other_persons.parents_health"],
        [Core.Vocabulary.Service.MunicipalHealthAndCare] =
        [
            "health.critical_information", "health.diagnoses", "health.advice", "health.consultations",
            "other_persons.parents_health",
        ],
        [Core.Vocabulary.Service.DentalService] = ["health.dental_findings"],
        [Core.Vocabulary.Service.ChildAndYouthPsychiatry] = ["health.", "school.notes"],
        [Core.Vocabulary.Service.SpecialistHealth] = ["health."],
        [Core.Vocabulary.Service.Barnevern] = ["barnevern."],
        [Core.Vocabulary.Service.BarnevernCare] = ["person.stays"],
        [Core.Vocabulary.Service.NavSocial] = ["family."],
        [Core.Vocabulary.Service.NavState] = ["family."],
        [Core.Vocabulary.Service.FamilyCounselling] = [],
        [Core.Vocabulary.Service.CrisisCentre] = ["person.stays"],
        [Core.Vocabulary.Service.Police] = ["police.", "other_persons.involved"],
        [Core.Vocabulary.Service.Konfliktrad] = ["other_persons.involved"],
        [Core.Vocabulary.Service.CorrectionalService] = ["person.stays"],
        [Core.Vocabulary.Service.IntegrationService] = ["family."],
        [Core.Vocabulary.Service.ImmigrationAuthority] = ["person.stays", "family."],
        [Core.Vocabulary.Service.CultureAndLeisure] = [],
        [Core.Vocabulary.Service.Outreach] = [],
        [Core.Vocabulary.Service.Barnehus] = ["health.consultations", "police.cases"],
        [Core.Vocabulary.Service.EmergencyHelpline] = ["barnevern.reports"],
    };

    private static readonly Dictionary<Cell, Label> MarkOf = new()
    {
        [Cell.ThirdPerson] = Label.ConcernsOtherPerson,
        [Cell.ThirdPersonGuardians] = Label.ConcernsOtherPerson,
        [Cell.ThirdPersonChildren] = Label.ConcernsOtherPerson,
        [Cell.ThirdPersonInvolved] = Label.ConcernsOtherPerson,
        [Cell.PrivateReporter] = Label.ConcernsOtherPerson,
        [Cell.KeptFromGuardians] = Label.WithheldFromGuardians,
        [Cell.KeptFromGuardiansReproductive] = Label.WithheldFromGuardians,
        [Cell.ChildStatement] = Label.ToldInConfidence,
        [Cell.InternalDraft] = Label.InternalDraft,
    };

    private static readonly SectorRegisters Registers =
        SectorRegisters.Fill(Population.Generate(7, new DateOnly(2026, 11, 21)));

    private static readonly Dictionary<SectorRegister, List<FoundLeaf>> LeavesOf = Registers.ByOrganisation.Values
        .ToDictionary(register => register, register => register.Numbers.SelectMany(number => Held(register, number)).ToList());

    [Fact]
    public void Records_EachSystem_HoldsLeavesOfItsOwnSectionsAlone()
    {
        foreach (var (organisation, register) in Registers.ByOrganisation)
        {
            string[] allowed = [.. AnyHolder, .. OwnSections[organisation.Service]];
            var strange = All(register).Where(leaf => !allowed.Any(start => leaf.Path.StartsWith(start, StringComparison.Ordinal)));

            strange.Select(leaf => $"{organisation.Name}: {leaf.Path}").Distinct(StringComparer.Ordinal).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Records_EachSystem_FillsItsOwnSections()
    {
        foreach (var (organisation, register) in Registers.ByOrganisation)
        {
            var paths = All(register).Select(leaf => leaf.Path).ToHashSet(StringComparer.Ordinal);

            OwnSections[organisation.Service]
                .ShouldAllBe(start => paths.Any(path => path.StartsWith(start, StringComparison.Ordinal)), organisation.Name);
        }
    }

    [Fact]
    public void Records_ShieldedEntries_AlwaysCarryTheirMark()
    {
        var unmarked = Registers.ByOrganisation.Values.SelectMany(All)
            .Where(leaf => MarkOf.TryGetValue(leaf.Cell, out var mark) && leaf.Labels?.Labels.Contains(mark) != true);

        unmarked.Select(leaf => leaf.Path).Distinct(StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void Records_TextsOfInvestigations_AreNeverUnmarked()
    {
        var texts = All(Registers[Organisations.Police])
            .Where(leaf => leaf.Cell is Cell.Investigation or Cell.InvestigationTactics && leaf.Traits.Contains(Trait.FreeText))
            .ToList();

        texts.ShouldNotBeEmpty();
        texts.ShouldAllBe(leaf => leaf.Labels != null && leaf.Labels.Labels.Count > 0);
    }

    [Fact]
    public void Records_EveryLabel_StandsSomewhereAndNoneEverywhere()
    {
        var entries = Registers.ByOrganisation.Values.SelectMany(All).ToList();

        foreach (var label in Enum.GetValues<Label>().Where(label => label != Label.Unspecified))
        {
            var share = entries.Count(leaf => leaf.Labels?.Labels.Contains(label) == true) / (double)entries.Count;
            share.ShouldBeInRange(0.0001, 0.5, $"{label}");
        }

        entries.ShouldContain(leaf => leaf.Labels != null && leaf.Labels.RelevantFor.Contains(Need.Treat));
        entries.Count(leaf => leaf.Labels is null).ShouldBeInRange(entries.Count / 4, entries.Count * 9 / 10);
    }

    [Fact]
    public void Records_ChildrenOfOneSystem_VaryFromOneAnother()
    {
        foreach (var register in Registers.ByOrganisation.Values.Where(register => register.Count >= 5))
        {
            var texts = register.Numbers.Select(number => string.Join('|', Held(register, number)
                .Where(leaf => leaf.Traits.Contains(Trait.FreeText)).Select(leaf => leaf.Value)));

            texts.Distinct(StringComparer.Ordinal).Count().ShouldBeGreaterThan(1);
        }
    }

    [Fact]
    public void Records_Texts_HoldNoNumber() =>
        Registers.ByOrganisation.Values.SelectMany(All)
            .Where(leaf => leaf.Traits.Contains(Trait.FreeText))
            .ShouldAllBe(leaf => !NationalNumber.OccursIn(leaf.Value));

    private static List<FoundLeaf> All(SectorRegister register) => LeavesOf[register];

    private static IEnumerable<FoundLeaf> Held(SectorRegister register, string number) => RecordWalk.Leaves(register.Answer(new GetLeavesRequest
    {
        Child = new ChildRef { NationalNumber = number },
        Cells = { Enum.GetValues<Cell>() },
    }).Information);
}
