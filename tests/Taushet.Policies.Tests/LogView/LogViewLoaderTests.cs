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
    public void Load_AFolderWithout_HasNone() => LogViewLoader.IsIn(Path.GetTempPath()).ShouldBeFalse();

    [Fact]
    public void Load_WithFaults_TellsThemAllAndLoadsNothing()
    {
        var folder = Directory.CreateTempSubdirectory("taushet-log-view-");
        try
        {
            File.Copy(Path.Combine(Policies, "groups.yaml"), Path.Combine(folder.FullName, "groups.yaml"));
            File.WriteAllText(Path.Combine(folder.FullName, "log-view.yaml"), "ages: []\nparents: { until: x, own-consent: { services: [nobody], until: 16, citation: a } }\nnamed: []\nhidden: []\n");
            File.WriteAllText(Path.Combine(folder.FullName, "log-texts.yaml"), "services: { SURPRISE: a }\npurposes: {}\nbases: {}\ncategories: {}\n");

            LogViewLoader.Load(folder.FullName, out var faults).ShouldBeNull();

            faults.Count.ShouldBeGreaterThanOrEqualTo(3);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
