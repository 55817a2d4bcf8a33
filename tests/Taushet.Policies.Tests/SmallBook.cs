using Taushet.Policies.Faults;

namespace Taushet.Policies.Tests;

/// <summary>A smallest valid policy folder on disk, whose files a test breaks one by one.</summary>
internal sealed class SmallBook : IDisposable
{
    public const string Duty = """
        - rule: bvl-duty
          title: En plikt
          reason: Gi det.
          step: duty
          citations: [{ act: bvl, section: 13-4 }]
          confidence: V
          from: 2023-01-01
          holders: [SKO]
          receivers: [BVT]
          flows: [pull]
          bases: [bvl-13-4]
          purposes: [child-welfare-case]
          cells: [ID_CORE]
        """;

    public const string Opening = """
        - rule: bvl-opening
          title: En adgang
          reason: Hent det.
          step: opening
          citations: [{ act: bvl, section: 13-4 }]
          confidence: V
          from: 2023-01-01
          holders: [SKO]
          receivers: [BVT]
          flows: [pull]
          bases: [bvl-13-4]
          purposes: [child-welfare-case]
          cells: [ID_CORE]
          outcome: MAY_ON_REQUEST
        """;

    public const string Notice = """
        - rule: bvl-notice
          title: En forklaring
          reason: Be om samtykke.
          step: notice
          citations: [{ act: bvl, section: 13-4 }]
          confidence: V
          from: 2023-01-01
          holders: [SKO]
          receivers: [BVT]
          flows: [pull]
          when: { child: yes }
          routes: [consent-guardians]
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("taushet-book-").FullName;

    public SmallBook()
    {
        Directory.CreateDirectory(Path.Combine(folder, "rules"));
        Write("acts.yaml", "- { act: bvl, lovdata: LOV-2021-06-18-97, title: Barnevernsloven }\n");
        Write("glossary.yaml", "- { norsk: barn, identifier: Child, source: bvl § 1-2, meaning: Under 18. }\n");
        Write("groups.yaml", "cells: { both: [S_EMO, S_DEV] }\nservices: { schools: [SKO, VGS] }\n");
        Write("purposes.yaml", "- purpose: child-welfare-case\n  receivers: [BVT]\n  needs: { assess: all }\n");
        Write("givers.yaml", """
            - giver: own
              citations: [{ act: bvl, section: 13-4 }]
              confidence: V
              from: 2023-01-01
              areas: [general]
              when: { age: { at_least: 18 } }
              requires: self
            """);
        Write("rules/bvl.yaml", Duty);
    }

    public string Folder => folder;

    public void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);

    public void Delete(string name) => File.Delete(Path.Combine(folder, name));

    public IReadOnlyList<Fault> Faults() => [.. PolicyLoader.Load(folder).Faults];

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
