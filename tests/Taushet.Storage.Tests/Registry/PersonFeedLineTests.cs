using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
using Taushet.Storage.Registry;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.Registry;

public sealed class PersonFeedLineTests
{
    private static readonly string Number = People.Number(1);

    [Fact]
    public void Read_EveryField_IsTold()
    {
        var read = Read($$"""
            {"as_of": "2026-09-01T11:58:00+02:00", "number": "{{Number}}", "birth_date": "2012-04-01", "grading": "fortrolig",
             "parental_responsibility": "felles", "child_lives_with": "one", "death_date": null, "former_numbers": ["{{People.Number(2)}}"]}
            """.ReplaceLineEndings(" "));

        read.AsOf.ShouldBe(new DateTimeOffset(2026, 9, 1, 9, 58, 0, TimeSpan.Zero));
        var told = read.Event.ShouldNotBeNull();
        told.Number.ShouldBe(Number);
        told.BirthDate.ShouldBe(Told<DateOnly>.Of(new DateOnly(2012, 4, 1)));
        told.Grading.ShouldBe(Told<Grading>.Of(Grading.Confidential));
        told.Responsibility.ShouldBe(Told<ParentalResponsibility>.Of(ParentalResponsibility.JointOneHome));
        told.DeathDate.ShouldBe(Told<DateOnly>.Unknown);
        told.FormerNumbers.ShouldBe([People.Number(2)]);
    }

    [Fact]
    public void Read_FieldsThatAreAbsent_AreNotTold()
    {
        var told = Read(With("")).Event!;

        (told.BirthDate.IsTold, told.Grading.IsTold, told.Responsibility.IsTold, told.DeathDate.IsTold)
            .ShouldBe((false, false, false, false));
    }

    [Theory]
    [InlineData("ugradert", Grading.Ungraded)]
    [InlineData("klientadresse", Grading.ClientAddress)]
    [InlineData("FORTROLIG", Grading.Confidential)]
    [InlineData("strengtFortrolig", Grading.StrictlyConfidential)]
    [InlineData("STRENGT_FORTROLIG_UTLAND", Grading.StrictlyConfidentialAbroad)]
    [InlineData("strengt-fortrolig-utland", Grading.StrictlyConfidentialAbroad)]
    public void Read_Grading_InEverySpelling(string code, Grading grading) =>
        Read(With($", \"grading\": \"{code}\"")).Event!.Grading.ShouldBe(Told<Grading>.Of(grading));

    [Theory]
    [InlineData("felles", ParentalResponsibility.JointTogether)]
    [InlineData("mor", ParentalResponsibility.Sole)]
    [InlineData("far", ParentalResponsibility.Sole)]
    [InlineData("medmor", ParentalResponsibility.Sole)]
    [InlineData("andre", ParentalResponsibility.Others)]
    [InlineData("ukjent", null)]
    public void Read_Responsibility_EveryCode(string code, ParentalResponsibility? responsibility) =>
        Read(With($", \"parental_responsibility\": \"{code}\"")).Event!.Responsibility
            .ShouldBe(Told<ParentalResponsibility>.Of(responsibility));

    [Theory]
    [InlineData(", \"grading\": \"hemmelig\"", "grading")]
    [InlineData(", \"grading\": 6", "grading")]
    [InlineData(", \"grading\": \"\"", "grading")]
    [InlineData(", \"parental_responsibility\": \"ingen\"", "parental_responsibility")]
    [InlineData(", \"birth_date\": \"01.04.2012\"", "birth_date")]
    [InlineData(", \"birth_date\": \"2026-09-03\"", "birth_date")]
    [InlineData(", \"birth_date\": \"2025-02-29\"", "birth_date")]
    [InlineData(", \"death_date\": true", "death_date")]
    [InlineData(", \"child_lives_with\": \"one\"", "child_lives_with")]
    [InlineData(", \"parental_responsibility\": \"mor\", \"child_lives_with\": \"both\"", "child_lives_with")]
    [InlineData(", \"former_numbers\": []", "former_numbers")]
    [InlineData(", \"former_numbers\": [\"12345678901\"]", "former_numbers[0]")]
    [InlineData(", \"complete\": true", "complete")]
    [InlineData(", \"name\": \"Kari Nordmann\"", "")]
    [InlineData(", \"grading\": \"ugradert\", \"grading\": \"fortrolig\"", "")]
    public void Read_WhatDoesNotHold_NamesLineAndField(string fields, string field) =>
        ShouldBeAt(With(fields), field);

    [Theory]
    [InlineData("", "")]
    [InlineData("[]", "")]
    [InlineData("{\"as_of\": \"2026-09-01T09:58:00Z\"}", "number")]
    [InlineData("{\"number\": \"12345678901\", \"as_of\": \"2026-09-01T09:58:00Z\"}", "number")]
    [InlineData("{\"as_of\": \"2026-09-01T09:58:00\", \"complete\": true}", "as_of")]
    [InlineData("{\"as_of\": \"2026-09-01T10:06:00Z\", \"complete\": true}", "as_of")]
    [InlineData("{\"as_of\": \"1969-09-01T10:06:00Z\", \"complete\": true}", "as_of")]
    [InlineData("{\"as_of\": \"2026-09-01T09:58:00Z\", \"complete\": false}", "complete")]
    [InlineData("{\"complete\": true}", "as_of")]
    public void Read_LineThatDoesNotHold_NamesLineAndField(string line, string field) => ShouldBeAt(line, field);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [InlineData(null)]
    public void Read_SyntheticNumber_IsRefusedWhereRealOnesAreTaken(bool? real)
    {
        var faults = new List<PersonFeedFault>();

        PersonFeedLine.Read(With(string.Empty), 1, new PersonFeedRules(Given.Instant, real), faults);

        faults.Count.ShouldBe(real == true ? 1 : 0);
    }

    [Fact]
    public void Read_Complete_TellsATimeAndNobody() =>
        Read("""{"as_of": "2026-09-01T10:00:00Z", "complete": true}""").ShouldBe(new PersonFeedRecord(null, Given.Instant));

    private static string With(string fields) => $$"""{"as_of": "2026-09-01T09:58:00Z", "number": "{{Number}}"{{fields}}}""";

    private static PersonFeedRecord Read(string line)
    {
        var faults = new List<PersonFeedFault>();
        var read = PersonFeedLine.Read(line, 1, new PersonFeedRules(Given.Instant, Real: false), faults);
        faults.ShouldBeEmpty();
        return read;
    }

    /// <summary>INVARIANT: a fault of the feed names the line and the field, never the value.</summary>
    private static void ShouldBeAt(string line, string field)
    {
        var faults = new List<PersonFeedFault>();
        PersonFeedLine.Read(line, 7, new PersonFeedRules(Given.Instant, Real: false), faults);

        faults.ShouldContain(fault => fault.Line == 7 && fault.Field == field);
        var told = string.Join('\n', faults);
        told.ShouldStartWith("line 7");
        foreach (var value in new[] { Number, "12345678901", "Kari", "hemmelig", "01.04.2012", "ingen" })
        {
            told.ShouldNotContain(value);
        }
    }
}
