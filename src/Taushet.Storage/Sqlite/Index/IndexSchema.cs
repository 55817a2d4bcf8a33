namespace Taushet.Storage.Sqlite.Index;

/// <summary>The tables of the index's own file. Nothing in it needs migrating: a file of another version is filled anew.</summary>
internal static class IndexSchema
{
    /// <summary>To be raised with every change of what is in the file.</summary>
    public const int Version = 2;

    public const string Drop = """
        DROP TABLE IF EXISTS trail_key;
        DROP TABLE IF EXISTS trail_line;
        DROP TABLE IF EXISTS trail_text;
        DROP TABLE IF EXISTS trail_reach;
        DROP TABLE IF EXISTS trail_state;
        """;

    /// <summary>One row an entry; "details" is sealed. Then what entries are found by, and how far the index reaches.</summary>
    public const string Create = """
        CREATE TABLE trail_line (
            number                INTEGER NOT NULL PRIMARY KEY,
            log                   BLOB    NOT NULL,
            place                 INTEGER NOT NULL,
            entry                 BLOB    NOT NULL,
            decided_at            INTEGER NOT NULL,
            kind                  INTEGER NOT NULL,
            flow                  INTEGER NOT NULL,
            request_id            BLOB    NOT NULL,
            receiver_organisation TEXT    NOT NULL,
            receiver_unit         TEXT    NOT NULL,
            receiver_service      INTEGER NOT NULL,
            receiver_form         INTEGER     NULL,
            holder_organisation   TEXT    NOT NULL,
            holder_unit           TEXT    NOT NULL,
            holder_service        INTEGER NOT NULL,
            holder_form           INTEGER     NULL,
            purpose               INTEGER     NULL,
            bases                 INTEGER NOT NULL,
            policy                INTEGER NOT NULL,
            law_day               INTEGER NOT NULL,
            given                 BLOB    NOT NULL,
            caller                INTEGER NOT NULL,
            subject               BLOB    NOT NULL,
            details               BLOB    NOT NULL
        );
        CREATE TABLE trail_key (
            key        BLOB    NOT NULL,
            decided_at INTEGER NOT NULL,
            number     INTEGER NOT NULL,
            PRIMARY KEY (key, decided_at, number)
        ) WITHOUT ROWID;
        CREATE TABLE trail_text (
            number INTEGER NOT NULL PRIMARY KEY,
            text   TEXT    NOT NULL UNIQUE
        );
        CREATE TABLE trail_reach (
            log       BLOB    NOT NULL PRIMARY KEY,
            next      INTEGER NOT NULL,
            leaf_hash BLOB    NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE trail_state (
            only       INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
            generation BLOB    NOT NULL,
            mark       BLOB    NOT NULL,
            newest     INTEGER NOT NULL,
            forgotten  INTEGER NOT NULL
        );
        """;
}
