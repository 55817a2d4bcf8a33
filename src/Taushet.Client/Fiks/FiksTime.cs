using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Taushet.Core.Requests;

namespace Taushet.Client.Fiks;

/// <summary>Times of Fiks: local time in Norway without an offset, to the second.</summary>
internal static class FiksTime
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss";

    public static string Write(Timestamp? time) =>
        time is null ? string.Empty : OsloTime.LocalAt(time.ToDateTimeOffset()).ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>Reads a time; null when it is none that can be read. Of the hour that comes twice in autumn, the first.</summary>
    public static Timestamp? Read(string text)
    {
        if (DateTime.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            var summer = new DateTimeOffset(local, TimeSpan.FromHours(2));
            var winter = new DateTimeOffset(local, TimeSpan.FromHours(1));
            return Timestamp.FromDateTimeOffset(OsloTime.LocalAt(summer) == local ? summer : winter);
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? Timestamp.FromDateTimeOffset(instant)
            : null;
    }
}
