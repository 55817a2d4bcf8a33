namespace Taushet.Storage.SqlServer;

/// <summary>The sizes of columns, as the migrations declare them.</summary>
internal static class Limits
{
    /// <summary>A subject's or giver's hash, binary.</summary>
    public const int Hash = 32;

    /// <summary>A set of cells, binary.</summary>
    public const int Cells = 16;

    /// <summary>The number of an organisation or unit, varchar.</summary>
    public const int Organisation = 32;

    /// <summary>An issuer's short name, varchar.</summary>
    public const int Issuer = 64;

    /// <summary>A scope, varchar.</summary>
    public const int Scope = 128;

    /// <summary>A code of the organisation registry, varchar.</summary>
    public const int UnitCode = 32;

    /// <summary>Three industry codes, varchar.</summary>
    public const int Industries = 64;

    /// <summary>A gateway's identity, varchar.</summary>
    public const int Gateway = 64;

    /// <summary>An id or a salt, binary.</summary>
    public const int Id = 16;

    /// <summary>A token's issuer and client, nvarchar.</summary>
    public const int Caller = 1024;

    /// <summary>A signed note, nvarchar.</summary>
    public const int Note = 2048;

    /// <summary>A name, a reference, a version of a text, nvarchar.</summary>
    public const int Reference = 256;

    /// <summary>The id of a rule, varchar.</summary>
    public const int Rule = 128;

    /// <summary>Why something was decided, nvarchar.</summary>
    public const int Reason = 512;

    /// <summary>A telephone number, nvarchar.</summary>
    public const int Telephone = 64;

    /// <summary>An address, nvarchar.</summary>
    public const int Address = 2048;

    /// <summary>A wrapped key, or a number under a key, varbinary.</summary>
    public const int Wrapped = 128;

    /// <summary>The name of a migration, varchar.</summary>
    public const int Script = 128;

    /// <summary>A SHA-256 in hex, varchar.</summary>
    public const int Hex = 64;
}
