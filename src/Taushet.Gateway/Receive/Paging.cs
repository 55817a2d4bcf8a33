using Google.Protobuf;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Release;

namespace Taushet.Gateway.Receive;

/// <summary>Reads which page of a list a caller asks for.</summary>
internal static class Paging
{
    /// <summary>What is wrong with a token that no page before can have told.</summary>
    public const string BadToken = "must be empty or as the page before told it";

    private const int DefaultSize = 50;
    private const int LargestSize = 200;

    /// <summary>How many a page has at most: as asked for, or the usual number when nothing is asked for.</summary>
    public static int Size(uint asked, FieldFaults faults, int usual = DefaultSize, int largest = LargestSize)
    {
        if (asked > largest)
        {
            faults.Add("page_size", $"may be at most {largest}");
            return usual;
        }

        return asked == 0 ? usual : (int)asked;
    }

    /// <summary>The id that the page before ended with; <see cref="Guid.Empty"/> begins.</summary>
    public static Guid After(ByteString token, FieldFaults faults)
    {
        if (token.Length is 0 or WireIds.Length)
        {
            return token.IsEmpty ? Guid.Empty : WireIds.Read(token);
        }

        faults.Add("page_token", BadToken);
        return Guid.Empty;
    }

    /// <summary>The time and the id that the page before ended with; the beginning of time begins.</summary>
    public static (DateTimeOffset Time, Guid Id) AfterPlace(ByteString token, FieldFaults faults)
    {
        if (PlaceToken.IsOne(token))
        {
            return PlaceToken.Read(token);
        }

        faults.Add("page_token", BadToken);
        return PlaceToken.Read(ByteString.Empty);
    }
}
