using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Vocabulary;

public sealed class CellCategoriesTests
{
    [Fact]
    public void WithTopics_Category_ItselfAndItsTopics() =>
        CellCategories.WithTopics(Cell.Clinical).ShouldBe(CellSet.Of(
            Cell.Clinical, Cell.ClinicalDiagnosis, Cell.ClinicalAdvice, Cell.ClinicalSummary, Cell.ClinicalDental));

    [Fact]
    public void WithTopics_CodeThatBeginsAnother_IsNotItsCategory()
    {
        CellCategories.WithTopics(Cell.Address).ShouldBe(CellSet.Of(Cell.Address, Cell.AddressStay));
        CellCategories.WithTopics(Cell.Address).Contains(Cell.GradedAddress).ShouldBeFalse();
    }

    [Fact]
    public void WithTopics_Topic_ItselfAlone() =>
        CellCategories.WithTopics(Cell.ClinicalDiagnosis).ShouldBe(CellSet.Of(Cell.ClinicalDiagnosis));

    [Fact]
    public void WithTopics_Several_TheirUnion() =>
        CellCategories.WithTopics(Cell.Address, Cell.Incident)
            .ShouldBe(CellSet.Of(Cell.Address, Cell.AddressStay, Cell.Incident));

    [Fact]
    public void IsCategory_EveryCell_ByItsCodeAndEveryTopicHasOne()
    {
        var categories = Codes<Cell>.Members.Where(CellCategories.IsCategory).ToList();

        categories.Count.ShouldBe(33);
        CellCategories.WithTopics([.. categories]).ShouldBe(CellSet.All);
    }
}
