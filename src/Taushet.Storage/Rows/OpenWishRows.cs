using System.Data.Common;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Rows;

/// <summary>What a row of a page of open wishes means: id, subject.</summary>
internal static class OpenWishRows
{
    public static OpenWish Read(DbDataReader row) =>
        new(StoredForms.Id(row.GetFieldValue<byte[]>(0)), SubjectKey.OfStored(row.GetFieldValue<byte[]>(1)));
}
