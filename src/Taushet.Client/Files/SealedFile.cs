using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Taushet.Client.Files;

/// <summary>A SQLite file whose contents are sealed under a key that the host keeps elsewhere. One process at a time.</summary>
/// <remarks>The file is synced with each transaction: what has been written is durable when the call returns.</remarks>
internal sealed class SealedFile : IDisposable
{
    private const int KeySize = 32;
    private const int NonceSize = 12;
    private const int TagSize = 16;

    private readonly byte[] key;
    private readonly SqliteConnection connection;
    private readonly Lock held = new();

    /// <summary>Opens the file, and makes it when there is none.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="key">32 bytes, from the host's own store of secrets; without it the contents cannot be read.</param>
    /// <param name="schema">Its tables.</param>
    public SealedFile(string path, ReadOnlySpan<byte> key, string schema)
    {
        if (key.Length != KeySize)
        {
            throw new ArgumentException("A key is 32 bytes.", nameof(key));
        }

        this.key = key.ToArray();
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        Execute("PRAGMA journal_mode = WAL");
        Execute("PRAGMA synchronous = FULL");
        Execute(schema);
    }

    /// <summary>Runs a statement.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        lock (held)
        {
            using var command = Command(sql, parameters);
            return command.ExecuteNonQuery();
        }
    }

    /// <summary>Reads every row.</summary>
    public List<T> Read<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        lock (held)
        {
            using var command = Command(sql, parameters);
            using var rows = command.ExecuteReader();
            var all = new List<T>();
            while (rows.Read())
            {
                all.Add(read(rows));
            }

            return all;
        }
    }

    /// <summary>Seals content, bound to its id.</summary>
    public byte[] Seal(ReadOnlySpan<byte> content, ReadOnlySpan<byte> id)
    {
        var box = new byte[NonceSize + content.Length + TagSize];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceSize));
        using var cipher = new AesGcm(key, TagSize);
        cipher.Encrypt(box.AsSpan(0, NonceSize), content, box.AsSpan(NonceSize, content.Length), box.AsSpan(NonceSize + content.Length), id);
        return box;
    }

    /// <summary>Opens what was sealed.</summary>
    /// <exception cref="CryptographicException">Another key, another id, or changed.</exception>
    public byte[] Open(ReadOnlySpan<byte> box, ReadOnlySpan<byte> id)
    {
        var content = new byte[box.Length - NonceSize - TagSize];
        using var cipher = new AesGcm(key, TagSize);
        cipher.Decrypt(box[..NonceSize], box[NonceSize..^TagSize], box[^TagSize..], content, id);
        return content;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (held)
        {
            connection.Dispose();
        }

        CryptographicOperations.ZeroMemory(key);
    }

    private SqliteCommand Command(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }
}
