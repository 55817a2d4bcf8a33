using System.Data.Common;
using System.Security.Cryptography;

namespace Taushet.Storage;

/// <summary>Which exceptions mean that the store failed, as against a fault in this program.</summary>
internal static class StoreErrors
{
    public static bool IsStoreError(Exception error) =>
        error is DbException or StoredValueException or CryptographicException or IOException or UnauthorizedAccessException
            or ObjectDisposedException or InvalidOperationException or OverflowException or ArgumentOutOfRangeException
            or InvalidCastException;
}
