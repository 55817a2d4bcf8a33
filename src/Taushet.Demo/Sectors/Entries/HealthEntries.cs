using Taushet.V1;

namespace Taushet.Demo.Sectors.Entries;

/// <summary>Entries of a clinical record.</summary>
internal static class HealthEntries
{
    /// <summary>A consultation.</summary>
    public static Consultation Consultation(
        this Journal journal,
        int daysAgo,
        int spread,
        IReadOnlyList<string> texts,
        EntryLabels? labels = null) =>
        new() { HeldOn = journal.Day(daysAgo, spread), Note = journal.OneOf(texts), Labels = labels };

    /// <summary>Height and weight, as fits the age.</summary>
    public static GrowthMeasurement Growth(this Journal journal, int daysAgo) => new()
    {
        MeasuredOn = journal.Day(daysAgo),
        HeightMm = 700 + (journal.Age * 65) + journal.Sequence.Below(60),
        WeightG = 9000 + (journal.Age * 2700) + journal.Sequence.Below(3000),
    };

    /// <summary>A vaccination.</summary>
    public static Vaccination Vaccine(this Journal journal, string code) => new() { GivenOn = journal.Day(100, 200), VaccineCode = code };

    /// <summary>A screening.</summary>
    public static Screening Screening(this Journal journal, string instrument, IReadOnlyList<string> results) => new()
    {
        PerformedOn = journal.Day(60, 120),
        Instrument = instrument,
        Result = journal.OneOf(results),
        Labels = Marks.RelevantFor(Need.Treat, Need.AssessCase),
    };

    /// <summary>A note of mental health.</summary>
    public static MentalHealthNote MentalHealth(this Journal journal, int daysAgo, int spread, EntryLabels? labels = null) =>
        new() { NotedOn = journal.Day(daysAgo, spread), Description = journal.OneOf(Texts.MentalHealth), Labels = labels };

    /// <summary>A diagnosis, labelled relevant.</summary>
    public static Diagnosis Diagnosis(this Journal journal, int daysAgo, IReadOnlyList<(string Code, string Name)> diagnoses)
    {
        var (code, name) = journal.OneOf(diagnoses);
        return new Diagnosis { Code = code, Name = name, SetOn = journal.Day(daysAgo), Labels = Marks.Of(Label.Relevant) };
    }

    /// <summary>What anyone who treats the child must know.</summary>
    public static CriticalInformation Critical(this Journal journal) =>
        new() { Description = journal.OneOf(Texts.Critical), Labels = Marks.Of(Label.Relevant) };

    /// <summary>Advice to those who teach and care for the child daily.</summary>
    public static ClinicalAdvice Advice(this Journal journal, int daysAgo, IReadOnlyList<string> texts) => new()
    {
        GivenOn = journal.Day(daysAgo),
        Text = journal.OneOf(texts),
        Labels = Marks.RelevantFor(Need.Teach, Need.CareDaily),
    };

    /// <summary>What is lawfully kept from the guardians. Always marked.</summary>
    public static ConfidentialHealthNote KeptFromGuardians(
        this Journal journal,
        int daysAgo,
        IReadOnlyList<string> texts,
        params Label[] more) =>
        new() { NotedOn = journal.Day(daysAgo), Text = journal.OneOf(texts), Labels = Marks.Of(Label.WithheldFromGuardians, more) };

    /// <summary>A talk on contraception or sexual health. Always marked.</summary>
    public static ReproductiveHealthNote Reproductive(this Journal journal, int daysAgo, string text) =>
        new() { NotedOn = journal.Day(daysAgo), Text = text, Labels = Marks.Of(Label.WithheldFromGuardians) };
}
