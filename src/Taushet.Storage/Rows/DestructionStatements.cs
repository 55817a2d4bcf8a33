namespace Taushet.Storage.Rows;

/// <summary>Statements on destructions of keys that mean the same in every store.</summary>
internal static class DestructionStatements
{
    /// <summary>The number of the newest; 0 when there was none.</summary>
    public const string SelectNewest = "SELECT coalesce(max(number), 0) FROM key_destruction";

    /// <summary>The pseudonyms that one has left without a key.</summary>
    public const string SelectPseudonyms = "SELECT pseudonym FROM destroyed_pseudonym WHERE destruction = @destruction";
}
