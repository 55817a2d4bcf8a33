namespace Taushet.TestIssuers;

/// <summary>A token before it is signed. Everything in it may be changed to something wrong.</summary>
public sealed class TokenDraft
{
    /// <summary>The header.</summary>
    public Dictionary<string, object?> Header { get; init; } = new(StringComparer.Ordinal);

    /// <summary>The claims.</summary>
    public Dictionary<string, object?> Claims { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Signs it.</summary>
    public required Func<byte[], byte[]> Sign { get; set; }

    /// <summary>Sets a claim, or drops it when the value is null.</summary>
    public TokenDraft With(string claim, object? value)
    {
        if (value is null)
        {
            Claims.Remove(claim);
        }
        else
        {
            Claims[claim] = value;
        }

        return this;
    }

    /// <summary>Sets a member of the header, or drops it when the value is null.</summary>
    public TokenDraft WithHeader(string member, object? value)
    {
        if (value is null)
        {
            Header.Remove(member);
        }
        else
        {
            Header[member] = value;
        }

        return this;
    }

    /// <summary>Signs it and writes its compact form.</summary>
    public string Write() => Jws.Write(Header, Claims, Sign);
}
