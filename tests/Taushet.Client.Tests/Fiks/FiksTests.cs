using FsCheck;
using FsCheck.Fluent;
using Taushet.Client.Fiks;
using Taushet.V1;

namespace Taushet.Client.Tests.Fiks;

public sealed class FiksTests
{
    private const string Json = """
        {
          "kommunenummer": "5001", "kommunenavn": "Byen", "bydelsnummer": "00", "bydelsnavn": "",
          "offentligMelder": {
            "personnavn": "Kari Lie", "rolle": "Lærer", "telefonnummer": "+47 99999999", "epost": "kari@skole.example",
            "virksomhet": { "navn": "Skolen", "orgnr": "311111119", "adresse": { "adresselinje1": "Veien 1", "postnummer": "0001", "poststed": "Byen" } }
          },
          "offentligBarn": [
            { "fnr": "", "ufoedt": true, "personnavn": "", "adresse": {}, "orientert": false },
            { "fnr": "15861399999", "ufoedt": false, "personnavn": "Solveig Ås Lie", "telefonnummer": "12121212",
              "adresse": { "adresselinje1": "Veien 2", "adresselinje2": "H0101", "adresselinje3": "", "postnummer": "0002", "poststed": "Stor Vik" },
              "orientert": false, "orientertGrunn": "er redd" }
          ],
          "foresatte": [ { "personnavn": "Per Lie", "telefonnummer": "45454545", "orientert": true } ],
          "behovForTolk": "nei", "andreHjelpeinstanser": "helsestasjonen",
          "melding": { "melding": "blåmerker", "historie": "siden i høst", "andreSynspunkter": "naboen" },
          "sendingstidspunkt": "2026-03-29T13:29:33", "leveringskanal": "Fagsystem"
        }
        """;

    private static readonly Gen<string> Words = Gen.Elements("Anne", "Bø", "vil ikke", "\"sitat\"", "linje\nto", "12", "æøå").Two()
        .Select(pair => $"{pair.Item1} {pair.Item2}");

    private static readonly Arbitrary<FiksReport> Reports =
        (from words in Words.ArrayOf(12)
         from children in Child().NonEmptyListOf()
         from guardians in Guardian().ListOf(2)
         from optional in ArbMap.Default.GeneratorFor<bool>()
         from minutes in Gen.Choose(0, 2_000_000)
         select new FiksReport
         {
             MunicipalityNumber = "5001",
             MunicipalityName = words[0],
             DistrictNumber = "00",
             DistrictName = words[1],
             Reporter = new FiksReporter
             {
                 Name = words[2],
                 Role = words[3],
                 Phone = words[4],
                 Email = words[5],
                 Organisation = new FiksOrganisation { Name = words[6], Number = optional ? "311111119" : null, Address = new FiksAddress { Line1 = words[7] } },
             },
             Children = [.. children],
             Guardians = [.. guardians],
             Interpreter = optional ? words[8] : null,
             OtherServices = optional ? null : words[9],
             Text = new FiksText { Concern = words[10], History = words[11], OtherViews = optional ? words[0] : null },
             SentAt = new DateTime(2023, 6, 1).AddMinutes(minutes).ToString("s", System.Globalization.CultureInfo.InvariantCulture),
             Channel = "Fagsystem",
         }).ToArbitrary();

    /// <summary>INVARIANT: whatever of an imported report is not given back by exporting it again is told as kept, with its path and its value.</summary>
    [Fact]
    public void Import_AnyReport_ExportsToTheSameOrTellsWhatWasKept() =>
        Prop.ForAll(Reports, report =>
        {
            var imported = FiksImport.Of(FiksJson.Read(FiksJson.Write(report)));
            var again = FiksExport.Of(imported.Disclosures, imported.Envelope);

            again.Left.ShouldBeEmpty();
            var differing = imported.Kept.Select(kept => kept.Path).ToList();
            differing.ShouldAllBe(path => path.EndsWith("sendingstidspunkt", StringComparison.Ordinal) || path.Contains("adresse"));
            if (differing.Count == 0)
            {
                FiksJson.Write(again.Report with { SentAt = report.SentAt }).ShouldBe(FiksJson.Write(Filled(report)));
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Import_Example_MapsEveryField()
    {
        var imported = FiksImport.Of(FiksJson.Read(Json));

        imported.Kept.ShouldBeEmpty();
        imported.Disclosures.Length.ShouldBe(2);
        imported.Disclosures[0].Child.SubjectCase.ShouldBe(ChildRef.SubjectOneofCase.Unborn);
        var child = imported.Disclosures[1];
        child.Child.NationalNumber.ShouldBe("15861399999");
        (child.Content.Record.Person.Identity.GivenName, child.Content.Record.Person.Identity.FamilyName).ShouldBe(("Solveig Ås", "Lie"));
        child.Content.Record.Person.Residence.StreetAddress.ShouldBe("Veien 2, H0101, 0002 Stor Vik");
        (child.ChildInformed.Informed_, child.ChildInformed.ReasonWhyNot).ShouldBe((false, "er redd"));
        child.GuardiansInformed.ShouldHaveSingleItem().Informed.Informed_.ShouldBeTrue();
        child.Content.Narrative.OtherServices.ShouldBe("helsestasjonen");
        child.WrittenAt.ToDateTimeOffset().ShouldBe(new DateTimeOffset(2026, 3, 29, 11, 29, 33, TimeSpan.Zero));
        child.Ground.GroundCase.ShouldBe(DisclosureGround.GroundOneofCase.ReportOfConcern);
        imported.Envelope.Interpreter.ShouldBe("nei");
    }

    [Fact]
    public void Import_UnknownMembers_AreKeptWithPathAndValueAndWrittenBack()
    {
        var json = Json.Replace("\"ufoedt\": true,", "\"ufoedt\": true, \"kallenavn\": \"Lillemor\",", StringComparison.Ordinal)
            .Replace("\"kommunenummer\"", "\"nytt\": { \"felt\": [1] }, \"kommunenummer\"", StringComparison.Ordinal);

        var report = FiksJson.Read(json);

        FiksImport.Of(report).Kept.ShouldBe(
            [new KeptValue("$.offentligBarn[0].kallenavn", "\"Lillemor\""), new KeptValue("$.nytt.felt[0]", "1")], ignoreOrder: true);
        FiksJson.Write(report).ShouldContain("Lillemor");
        FiksJson.Write(FiksJson.Read(FiksJson.Write(report))).ShouldBe(FiksJson.Write(report));
    }

    [Theory]
    [InlineData("\"kommunenummer\": \"5001\", ", "")]
    [InlineData("\"ufoedt\": true", "\"ufoedt\": \"hemmelig verdi\"")]
    [InlineData("\"bydelsnavn\": \"\"", "\"bydelsnavn\": \"\", \"bydelsnavn\": \"hemmelig verdi\"")]
    [InlineData("\"Fagsystem\"", "null")]
    public void Read_MissingTwiceOrOfAnotherType_IsRefusedWithoutTellingAValue(string from, string to)
    {
        var error = Should.Throw<FiksException>(() => FiksJson.Read(Json.Replace(from, to, StringComparison.Ordinal)));

        error.Message.ShouldNotContain("hemmelig");
    }

    [Fact]
    public void Export_WhatTheFormHasNoPlaceFor_IsToldAndNothingIsDroppedSilently()
    {
        var disclosure = FiksImport.Of(FiksJson.Read(Json)).Disclosures[1];
        disclosure.Ground.ReportOfConcern.Trigger = Trigger.Maltreatment;
        disclosure.Content.Observations.Add(new Observation { Description = "sett" });
        disclosure.Content.ReportingPerson = new ReportingPerson { FullName = "en nabo" };
        disclosure.Sender.Email = string.Empty;
        disclosure.GuardiansInformed.Clear();
        disclosure.ChildInformed.ClearInformed_();

        var exported = FiksExport.Of([disclosure], new FiksEnvelope { MunicipalityNumber = "5001", MunicipalityName = "Byen", OrganisationName = "Skolen" });

        exported.Left.ShouldBe(
        [
            "disclosures[0].content.observations[0].description",
            "disclosures[0].content.reporting_person.full_name",
            "disclosures[0].ground.report_of_concern.trigger",
        ]);
        exported.Missing.ShouldBe(["offentligMelder.epost", "foresatte", "offentligBarn[0].orientert"]);
        FiksJson.Write(exported.Report).ShouldNotContain("en nabo");
    }

    [Fact]
    public void Import_PrivateReport_ThePersonStandsWhereSecrecyIsTakenForGranted()
    {
        var report = FiksJson.ReadPrivate("""
            { "kommunenummer": "5001", "kommunenavn": "Byen", "bydelsnummer": "00", "bydelsnavn": "",
              "privatMelder": { "personnavn": "Nabo Nabosen", "telefonnummer": "12", "adresse": { "adresselinje1": "Veien 3" } },
              "privatBarn": [ { "personnavn": "Solveig", "antattAlder": "7", "relasjon": "nabo", "adresse": {} } ],
              "melding": "roper om natten", "sendingstidspunkt": "2026-01-01T08:00:00", "leveringskanal": "Portal", "nytt": 1 }
            """);

        var imported = FiksImport.Of(report);

        var disclosure = imported.Disclosures.ShouldHaveSingleItem();
        disclosure.Content.ReportingPerson.HasAskedForSecrecy.ShouldBeFalse();
        (disclosure.Content.ReportingPerson.FullName, disclosure.Content.ReportingPerson.Relation).ShouldBe(("Nabo Nabosen", "nabo"));
        disclosure.Child.SubjectCase.ShouldBe(ChildRef.SubjectOneofCase.Unidentified);
        disclosure.Sender.ShouldBeNull();
        imported.Kept.ShouldBe([new KeptValue("$.privatBarn[0].antattAlder", "\"7\""), new KeptValue("$.nytt", "1")]);
    }

    private static Gen<FiksChild> Child() =>
        from name in Words
        from kind in Gen.Choose(0, 2)
        from told in ArbMap.Default.GeneratorFor<bool>()
        select new FiksChild
        {
            NationalNumber = kind == 0 ? "15861399999" : string.Empty,
            Unborn = kind == 1,
            Name = name,
            Phone = told ? "12121212" : null,
            Address = new FiksAddress { Line1 = "Veien 2", Line2 = string.Empty, Line3 = string.Empty, PostalCode = "0002", PostalPlace = "Vik" },
            Informed = told,
            WhyNot = told ? null : name,
        };

    private static Gen<FiksGuardian> Guardian() =>
        from name in Words
        from told in ArbMap.Default.GeneratorFor<bool>()
        select new FiksGuardian { Name = name, Phone = told ? "45454545" : null, Informed = told, WhyNot = told ? null : name };

    private static FiksReport Filled(FiksReport report) => report;
}
