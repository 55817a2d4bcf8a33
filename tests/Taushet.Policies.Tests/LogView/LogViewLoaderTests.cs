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
