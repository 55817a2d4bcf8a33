using System.Text.RegularExpressions;
using Google.Protobuf.Reflection;

namespace Taushet.Contract.Tests.Records;

/// <summary>The table at the top of record.proto points at fields that are there.</summary>
public sealed partial class RecordTableTests
{
    private static readonly string[] s_rows =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "record.proto"))
            .TakeWhile(line => line.StartsWith("//", StringComparison.Ordinal))
            .Where(line => Row().IsMatch(line))];

    [Fact]
    public void Table_Rows_CoverTheSectors() => s_rows.Length.ShouldBeGreaterThanOrEqualTo(45);

    [Fact]
    public void Table_EveryPath_LeadsToAField() =>
        s_rows.SelectMany(row => Row().Match(row).Groups["paths"].Value.Split(", "))
            .Where(path => !Leads(path))
            .ShouldBeEmpty();

    [Theory]
    [InlineData("school.absences", true)]
    [InlineData("school.truancy", false)]
    [InlineData("school.enrolment.class_name", true)]
    [InlineData("school.enrolment.class_name.more", false)]
    public void Leads_Path_TellsWhetherItIsThere(string path, bool expected) => Leads(path).ShouldBe(expected);

    private static bool Leads(string path)
    {
        var message = Contract.Record;
        foreach (var name in path.Split('.'))
        {
            if (message?.FindFieldByName(name) is not { } field)
            {
                return false;
            }

            message = field.FieldType == FieldType.Message ? field.MessageType : null;
        }

        return true;
    }

    [GeneratedRegex(@"^//     (?<row>\S.*?)\s{2,}(?<paths>[a-z_]+\.[a-z_.]+(, [a-z_.]+)*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();
}
