namespace Taushet.Storage.Rows;

/// <summary>Statements on the table of guardians that mean the same in every store.</summary>
internal static class GuardianStatements
{
    /// <summary>What is registered of two persons under any number of either, the newest last.</summary>
    public const string Select = """
        SELECT guardian.standing FROM guardian
        WHERE (guardian.child = coalesce((SELECT [current] FROM identifier_history WHERE former = @child), @child)
                OR guardian.child IN (SELECT former FROM identifier_history
                    WHERE [current] = coalesce((SELECT [current] FROM identifier_history WHERE former = @child), @child)))
            AND (guardian.guardian = coalesce((SELECT [current] FROM identifier_history WHERE former = @guardian), @guardian)
                OR guardian.guardian IN (SELECT former FROM identifier_history
                    WHERE [current] = coalesce((SELECT [current] FROM identifier_history WHERE former = @guardian), @guardian)))
        ORDER BY guardian.recorded_at
        """;

    /// <summary>Replaces what is registered.</summary>
    public const string Update =
        "UPDATE guardian SET standing = @standing, recorded_at = @at WHERE child = @child AND guardian = @guardian";

    /// <summary>Registers what was not.</summary>
    public const string Insert =
        "INSERT INTO guardian (child, guardian, standing, recorded_at) VALUES (@child, @guardian, @standing, @at)";
}
