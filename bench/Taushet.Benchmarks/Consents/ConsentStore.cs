using System.Globalization;
using System.Security.Cryptography;
using Dapper;
using Taushet.Cli;
using Taushet.Core.Consents;
using Taushet.Core.Vocabulary;
using Taushet.Storage;
using Taushet.Storage.Ports;
using Taushet.Storage.Sealing;
using Taushet.Storage.Sqlite;
using Taushet.Storage.Sqlite.Tables;

namespace Taushet.Benchmarks.Consents;

/// <summary>A SQLite store with many consents, four a child, each given by both parents. Built once, and kept for the next run.</summary>
internal static class ConsentStore
{
    /// <summary>How many consents a child has.</summary>
    public const int Each = 4;

    private const string InsertPerson =
        "INSERT INTO person (subject, birth_day, grading, responsibility) VALUES (@subject, @birth, @grading, @responsibility)";

    private const int ChildrenAtOnce = 5_000;
    private static readonly DateOnly Today = new(2026, 9, 1);

    /// <summary>The number of the n-th child: no one's, for it has no check digits.</summary>
    public static string Number(int child) => child.ToString("D11", CultureInfo.InvariantCulture);

    /// <summary>Opens the store in a folder; fills it first when it is new.</summary>
    public static SqliteStore Open(string folder, int children)
    {
        Directory.CreateDirectory(folder);
        var options = new DataFolder(folder).WritingOptions();
        _ = SqliteStore.Migrate(options, TimeProvider.System);
        var done = Path.Combine(folder, $"filled-{children}");
        if (!File.Exists(done))
        {
            Fill(options, children);
            File.WriteAllText(done, string.Empty);
        }

        return SqliteStore.Open(options);
    }

    private static void Fill(SqliteStoreOptions options, int children)
    {
        using var connection = new SqliteOpener(options).OpenToWrite();
        for (var first = 0; first < children; first += ChildrenAtOnce)
        {
            using var transaction = connection.BeginTransaction();
            for (var child = first; child < Math.Min(children, first + ChildrenAtOnce); child++)
            {
                var subject = SubjectLookup.OfNumber(options.Keys, Number(child));
                connection.Execute(
                    InsertPerson,
                    new
                    {
                        subject,
                        birth = StoredForms.Day(Today.AddYears(-10)),
                        grading = StoredForms.Member(Grading.Ungraded),
                        responsibility = StoredForms.Member(ParentalResponsibility.JointTogether),
                    });
                CareTable.Write(connection, subject, new CareRow(CareSituation.Parents, HiddenAddress: false, ContactBan: false, Today.AddYears(-10)));
                for (var place = 0; place < Each; place++)
                {
                    Consent(connection, subject, Number(child));
                }
            }

            transaction.Commit();
        }
    }

    private static void Consent(Microsoft.Data.Sqlite.SqliteConnection connection, byte[] subject, string child)
    {
        var terms = new WishTerms(
            ConsentArea.Health,
            [new ConsentParty(Service.ChildAndYouthPsychiatry, "310000018")],
            [new ConsentParty(Service.PrimarySchool, "310000034")],
            CellSet.Of(Cell.Identity, Cell.ClinicalDiagnosis, Cell.ClinicalAdvice),
            MemberSet<Purpose>.Of(Purpose.AdaptTeaching),
            Today,
            Today.AddMonths(11),
            ConsentForm.Written,
            "text-1",
            Today);
        var given = new WishEvent(
            Guid.NewGuid(),
            ExpectedVersion: 0,
            child,
            WishKind.Consent,
            ConsentEventKind.Given,
            new ConsentGiver(ConsentCapacity.ParentWithResponsibility, LivesWithChild: true),
            GiverNumber: null,
            DateTimeOffset.UnixEpoch,
            "310000034 employee-1",
            "form-1",
            terms);
        WishTable.Write(connection, subject, given, terms);
        WishEventTable.Write(connection, 1, given, RandomNumberGenerator.GetBytes(32), number: null);
        WishEventTable.Write(connection, 2, given with { ExpectedVersion = 1, Terms = null }, RandomNumberGenerator.GetBytes(32), number: null);
    }
}
