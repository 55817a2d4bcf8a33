using System.Globalization;
using System.Xml;
using Taushet.Policies.Cases;

namespace Taushet.Cli.Policies.Reports;

/// <summary>A run of cases as JUnit XML: a suite a file, a test case a case. Faults are errors of a suite of their own.</summary>
internal static class JunitReport
{
    private static readonly XmlWriterSettings Settings = new() { Indent = true, OmitXmlDeclaration = true, NewLineChars = "\n" };

    /// <summary>Writes the report.</summary>
    public static void Write(CaseRun run, TextWriter output)
    {
        using (var xml = XmlWriter.Create(output, Settings))
        {
            var results = run.Report?.Results ?? [];
            xml.WriteStartElement("testsuites");
            xml.WriteAttributeString("name", "taushet policy test");
            WriteCounts(xml, results.Length + run.Faults.Length, run.Report?.Failed ?? 0, run.Faults.Length);
            WriteFaults(xml, run);
            foreach (var file in results.GroupBy(result => result.Case.File, StringComparer.Ordinal))
            {
                WriteSuite(xml, file.Key, [.. file]);
            }

            xml.WriteEndElement();
        }

        output.WriteLine();
    }

    private static void WriteFaults(XmlWriter xml, CaseRun run)
    {
        if (run.Faults.IsEmpty)
        {
            return;
        }

        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", "faults");
        WriteCounts(xml, run.Faults.Length, failures: 0, run.Faults.Length);
        foreach (var fault in run.Faults)
        {
            WriteCaseStart(xml, fault.File, $"{fault.File}:{fault.Line}:{fault.Column}", fault.File, fault.Line);
            xml.WriteStartElement("error");
            xml.WriteAttributeString("type", fault.Kind.ToString());
            xml.WriteAttributeString("message", $"{fault.Message} {fault.ToDo}");
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteSuite(XmlWriter xml, string file, IReadOnlyList<CaseResult> results)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", file);
        WriteCounts(xml, results.Count, results.Count(result => !result.Passed), errors: 0);
        foreach (var result in results)
        {
            WriteCaseStart(xml, file, $"{result.Case.Id}: {result.Case.Title}", file, result.Case.Line);
            if (!result.Passed)
            {
                xml.WriteStartElement("failure");
                xml.WriteAttributeString("type", "difference");
                xml.WriteAttributeString("message", $"{result.Differences.Length} differences");
                xml.WriteString(string.Join('\n', result.Differences));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteCaseStart(XmlWriter xml, string suite, string name, string file, int line)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", suite);
        xml.WriteAttributeString("name", name);
        xml.WriteAttributeString("file", file);
        xml.WriteAttributeString("line", line.ToString(CultureInfo.InvariantCulture));
    }

    private static void WriteCounts(XmlWriter xml, int tests, int failures, int errors)
    {
        xml.WriteAttributeString("tests", tests.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("failures", failures.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("errors", errors.ToString(CultureInfo.InvariantCulture));
    }
}
