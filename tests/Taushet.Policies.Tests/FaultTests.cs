using Taushet.Policies.Faults;

namespace Taushet.Policies.Tests;

/// <summary>Each kind of fault, with the line at which it is told.</summary>
public sealed class FaultTests
{
    private const string Rules = "rules/bvl.yaml";

    public static TheoryData<FaultKind, string, string, int> OneFault => new()
    {
        { FaultKind.Syntax, Rules, "- rule: [\n", 2 },
        { FaultKind.Syntax, Rules, SmallBook.Duty + "\n  cells: [REL]", 14 },
        { FaultKind.UnknownKey, Rules, SmallBook.Duty + "\n  colour: red", 14 },
        { FaultKind.MissingKey, Rules, Without("holders"), 1 },
        { FaultKind.WrongShape, Rules, With("holders: [SKO]", "holders: [[SKO]]"), 8 },
        { FaultKind.WrongShape, Rules, SmallBook.Duty + "\n  when: [child]", 14 },
        { FaultKind.UnknownCode, Rules, With("[SKO]", "[SKOLE]"), 8 },
        { FaultKind.UnknownCode, Rules, With("[ID_CORE]", "[Q_*]"), 13 },
        { FaultKind.UnknownCode, Rules, SmallBook.Duty + "\n  when: { weather: fine }", 14 },
        { FaultKind.EmptyText, Rules, With("title: En plikt", "title: ''"), 2 },
        { FaultKind.EmptyText, Rules, With("reason: Gi det.", "reason:"), 3 },
        { FaultKind.BadValue, Rules, With("2023-01-01", "2023-13-01"), 7 },
        { FaultKind.BadValue, Rules, SmallBook.Duty + "\n  own_initiative: maybe", 14 },
        { FaultKind.BadValue, Rules, SmallBook.Duty + "\n  when: { age: { below: ten } }", 14 },

        // INVARIANT: what is listed as context is never necessary.
        { FaultKind.BadValue, "purposes.yaml", "- purpose: child-welfare-case\n  receivers: [BVT]\n  needs: { context: all }\n", 3 },
        { FaultKind.DuplicateId, Rules, SmallBook.Duty + "\n" + SmallBook.Duty, 14 },
        { FaultKind.DuplicateId, "acts.yaml", "- { act: bvl, lovdata: A, title: B }\n- { act: bvl, lovdata: A, title: B }\n", 2 },
        { FaultKind.UnknownAct, Rules, With("{ act: bvl, section: 13-4 }", "{ act: bvl, section: 13-4 }, { act: nolaw, section: '1' }"), 5 },
        { FaultKind.DateOrder, Rules, SmallBook.Duty + "\n  to: 2022-12-31", 14 },
        { FaultKind.FileOfAct, Rules, With("rule: bvl-duty", "rule: fvl-duty"), 1 },
        { FaultKind.EmptySet, Rules, With("[SKO]", "[]"), 8 },
        { FaultKind.EmptySet, Rules, Without("cells"), 1 },
        { FaultKind.SlotType, Rules, SmallBook.Duty + "\n  when: { grading: { at_least: fortrolig } }", 14 },
        { FaultKind.DutyPurpose, Rules, Without("purposes"), 1 },
        { FaultKind.CellTwice, Rules, SmallBook.Duty + "\n  relevant: [ID_CORE]", 14 },
        { FaultKind.AlwaysNotOpened, Rules, SmallBook.Duty + "\n  always: [REL]", 14 },
        { FaultKind.OwnInitiativeFlow, Rules, SmallBook.Duty + "\n  own_initiative: yes", 10 },
        { FaultKind.OpeningWithoutBasis, Rules, SmallBook.Opening.Replace("  bases: [bvl-13-4]\n", string.Empty, StringComparison.Ordinal), 1 },
        { FaultKind.OpeningWithoutBasis, Rules, SmallBook.Opening.Replace("  purposes: [child-welfare-case]\n", string.Empty, StringComparison.Ordinal), 1 },
        { FaultKind.OutcomeOfStep, Rules, SmallBook.Opening.Replace("MAY_ON_REQUEST", "MUST", StringComparison.Ordinal), 14 },
        { FaultKind.FieldOfStep, Rules, SmallBook.Notice + "\n  within: order", 13 },
        { FaultKind.PurposeMissing, Rules, With("receivers: [BVT]", "receivers: [BVT, ALA]"), 12 },
        { FaultKind.RoutesMissing, Rules, SmallBook.Notice.Replace("  routes: [consent-guardians]", string.Empty, StringComparison.Ordinal), 1 },
        { FaultKind.UnknownRule, Rules, Obligation("[bvl-duty, bvl-other]"), 25 },
        { FaultKind.SoftlyShieldedCell, Rules, SmallBook.Duty.Replace("[ID_CORE]", "[X_3P]", StringComparison.Ordinal) + "\n" + Shield, 13 },
    };

    private static string Shield => """
        - rule: bvl-shield
          title: Et skjold
          reason: Spør.
          step: soft-shield
          citations: [{ act: bvl, section: 13-4 }]
          confidence: V
          from: 2023-01-01
          holders: all
          receivers: all
          flows: all
          cells: [X_3P]
        """;

    [Theory]
    [MemberData(nameof(OneFault))]
    public void Load_OneFault_TellsItWithItsLine(FaultKind kind, string file, string text, int line)
    {
        using var book = new SmallBook();
        book.Write(file, text);

        var faults = book.Faults();

        faults.Select(fault => (fault.Kind, fault.File, fault.Line)).ShouldContain((kind, file, line));
        faults.Count.ShouldBe(1, string.Join('\n', faults));
        faults[0].ToDo.ShouldNotBeEmpty();
    }

    [Fact]
    public void Load_SmallBook_HasNoFault()
    {
        using var book = new SmallBook();

        book.Faults().ShouldBeEmpty();
        PolicyLoader.Load(book.Folder).Book.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("acts.yaml")]
    [InlineData("glossary.yaml")]
    [InlineData("groups.yaml")]
    [InlineData("purposes.yaml")]
    [InlineData("givers.yaml")]
    public void Load_FileMissing_TellsWhich(string file)
    {
        using var book = new SmallBook();
        book.Delete(file);

        book.Faults().ShouldContain(fault => fault.Kind == FaultKind.Unreadable && fault.File == file);
    }

    [Fact]
    public void Load_NoSuchFolder_IsAFaultAndNoException() =>
        PolicyLoader.Load("/no/such/folder").Faults.ShouldContain(fault => fault.Kind == FaultKind.Unreadable);

    [Fact]
    public void Load_ManyFaultsInManyFiles_TellsThemAllAtOnce()
    {
        using var book = new SmallBook();
        book.Write("acts.yaml", "- { act: bvl, lovdata: A, title: B, extra: C }\n");
        book.Write("givers.yaml", "- { giver: own, requires: everybody }\n");
        book.Write(Rules, With("[SKO]", "[SKOLE]").Replace("2023-01-01", "soon", StringComparison.Ordinal) + "\n  colour: red");

        var places = book.Faults().Select(fault => (fault.File, fault.Line, fault.Kind)).ToList();

        places.ShouldContain(("acts.yaml", 1, FaultKind.UnknownKey));
        places.ShouldContain(("givers.yaml", 1, FaultKind.UnknownCode));
        places.ShouldContain(("givers.yaml", 1, FaultKind.MissingKey));
        places.ShouldContain((Rules, 7, FaultKind.BadValue));
        places.ShouldContain((Rules, 8, FaultKind.UnknownCode));
        places.ShouldContain((Rules, 14, FaultKind.UnknownKey));
        PolicyLoader.Load(book.Folder).Book.ShouldBeNull();
    }

    [Fact]
    public void OneFault_EveryKind_HasABrokenFile()
    {
        var covered = OneFault.Select(row => (FaultKind)row[0])
            .Concat([FaultKind.Unreadable, FaultKind.UnknownCase])
            .ToHashSet();

        Enum.GetValues<FaultKind>().ShouldAllBe(kind => covered.Contains(kind));
    }

    [Fact]
    public void Fault_AsText_NamesPlaceAndRemedy()
    {
        using var book = new SmallBook();
        book.Write(Rules, With("[SKO]", "[SKOLE]"));

        book.Faults()[0].ToString().ShouldStartWith($"{Rules}:8:13: 'SKOLE' is no service");
    }

    [Fact]
    public void Hash_OneByteOfARuleChanged_Differs()
    {
        using var book = new SmallBook();
        var before = PolicyLoader.Load(book.Folder).Book!.Policies.Hash;
        book.Write(Rules, SmallBook.Duty + "\n");

        PolicyLoader.Load(book.Folder).Book!.Policies.Hash.ShouldNotBe(before);
    }

    private static string With(string old, string replacement) =>
        SmallBook.Duty.Replace(old, replacement, StringComparison.Ordinal);

    private static string Without(string key) =>
        string.Join('\n', SmallBook.Duty.Split('\n').Where(line => !line.TrimStart().StartsWith(key + ":", StringComparison.Ordinal)));

    private static string Obligation(string comesWith) => SmallBook.Duty + "\n" + """
        - rule: bvl-obligation
          title: En forpliktelse
          reason: Skriv det ned.
          step: obligation
          citations: [{ act: bvl, section: 13-4 }]
          confidence: V
          from: 2023-01-01
          holders: [SKO]
          receivers: [BVT]
          flows: [pull]
          obligations: [journal-entry]
          comes_with:
        """ + " " + comesWith;
}
