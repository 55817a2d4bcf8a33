using Taushet.Core.Trail.Unlawful;
using Taushet.Core.Vocabulary;
using Taushet.Policies.LogView;

namespace Taushet.Policies.Tests.LogView;

public sealed class LogViewLoaderTests
{
    private static string Policies
    {
        get
        {
            var root = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(root.FullName, "Taushet.sln")))
            {
                root = root.Parent!;
            }

            return Path.Combine(root.FullName, "policies");
        }
    }

    [Fact]
    public void Load_TheProjectsOwn_HidesAndNamesWhatTheLawSays()
    {
        var book = LogViewLoader.Load(Policies, out var faults);

        faults.ShouldBeEmpty();
        var policy = book!.Policy;
        policy.ParentsUntil.ShouldBe(18);
        policy.ParentsUntilOwnConsent.ShouldBe(16);
        policy.OwnConsent.Contains(Service.YouthHealthCentre).ShouldBeTrue();
        policy.OwnConsent.Contains(Service.PrimarySchool).ShouldBeFalse();
        policy.Ages.Max(age => age.From).ShouldBe(16);
        policy.Hidden.ShouldAllBe(rule => rule.Citation.Length > 0 && rule.Id.Length > 0);
        policy.Hidden.ShouldContain(rule => rule.Bases.Contains(Basis.DutyToReport) && rule.Viewers.Contains(Service.ParentWithResponsibility));
        policy.Hidden.ShouldContain(rule => rule.Days == 90 && rule.Viewers.Contains(Service.Child));
        book.Texts.Services[Service.Barnevern].ShouldBe("barnevernstjenesten");
        book.Texts.Of(CellSet.Of(Cell.Clinical, Cell.ClinicalAdvice, Cell.Attendance)).ShouldBe(["oppmøte og fravær", "journalopplysninger"]);
    }

    [Fact]
    public void Load_TheProjectsOwn_KnowsWhomAnUnlawfulAccessMustBeToldTo()
    {
        var policy = LogViewLoader.Load(Policies, out _)!.Policy;

        policy.Notices.ShouldAllBe(rule => rule.Id.Length > 0 && rule.Citation.Length > 0);
        var authority = policy.Notices.Single(rule => rule.To == NoticeTo.DataProtectionAuthority);
        (authority.Hours, authority.From).ShouldBe((72, BreachRisk.Likely));
        policy.Notices.ShouldContain(rule => rule.To == NoticeTo.Child && rule.From == BreachRisk.Unlikely
            && rule.Services.Contains(Service.SchoolHealth) && !rule.Services.Contains(Service.PrimarySchool));
        policy.Delays.ShouldAllBe(ground => ground.Days > 0 && ground.Days <= 365 && ground.Citation.Length > 0);
    }

    [Fact]
    public void Load_NamesOfPhrases_AreTakenUnlessTheLogHasAnotherForm()
    {
        var folder = Directory.CreateTempSubdirectory("taushet-log-names-");
        try
        {
            foreach (var name in new[] { "groups.yaml", "log-view.yaml" })
            {
                File.Copy(Path.Combine(Policies, name), Path.Combine(folder.FullName, name));
            }

            LogViewLoader.Load(folder.FullName, out _)!.Texts.Services[Service.Kindergarten].ShouldBe("BHG", "nothing has a name");
            File.WriteAllText(
                Path.Combine(folder.FullName, "phrases.yaml"),
                "services: { BHG: barnehage, POL: politi }\nbases: { samtykke: et samtykke }\nlog: { services: { BHG: barnehagen } }\n");

            var texts = LogViewLoader.Load(folder.FullName, out var faults)!.Texts;

            faults.ShouldBeEmpty();
            (texts.Services[Service.Kindergarten], texts.Services[Service.Police], texts.Services[Service.Barnevern], texts.Bases[Basis.Consent])
                .ShouldBe(("barnehagen", "politi", "BVT", "et samtykke"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // One place for each name: a form for the log that says the same as the phrase is a second one.
    [Fact]
    public void Forms_OfTheProjectsOwn_AreNoneThatThePhraseHasAlready()
    {
        var texts = LogViewLoader.Load(Policies, out _)!.Texts;
        var phrases = PolicyFolder.Book.Policies.Phrases;
        var lines = File.ReadAllLines(Path.Combine(Policies, "phrases.yaml")).SkipWhile(line => line != "log:").ToList();

        lines.Count.ShouldBeGreaterThan(40);
        var forms = lines.Count(line => line.StartsWith("    ", StringComparison.Ordinal));
        forms.ShouldBe(
            texts.Services.Count(one => one.Value != phrases.Of(one.Key))
            + texts.Purposes.Count(one => one.Value != phrases.Of(one.Key))
            + texts.Categories.Count(one => one.Value != phrases.Of(one.Key)));
        texts.Bases.ShouldAllBe(one => one.Value == phrases.Of(one.Key));
    }

    [Fact]
    public void Load_AFolderWithout_HasNone() => LogViewLoader.IsIn(Path.GetTempPath()).ShouldBeFalse();

    [Fact]
    public void Load_WithFaults_TellsThemAllAndLoadsNothing()
    {
        var folder = Directory.CreateTempSubdirectory("taushet-log-view-");
        try
        {
            File.Copy(Path.Combine(Policies, "groups.yaml"), Path.Combine(folder.FullName, "groups.yaml"));
            File.WriteAllText(Path.Combine(folder.FullName, "log-view.yaml"), "ages: []\nparents: { until: x, own-consent: { services: [nobody], until: 16, citation: a } }\nnamed: []\nhidden: []\n");
            File.WriteAllText(Path.Combine(folder.FullName, "phrases.yaml"), "services: { BVT: a }\nlog: { services: { SURPRISE: a } }\n");

            LogViewLoader.Load(folder.FullName, out var faults).ShouldBeNull();

            faults.Count.ShouldBeGreaterThanOrEqualTo(3);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
