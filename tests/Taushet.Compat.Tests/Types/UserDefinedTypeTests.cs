using Microsoft.SqlServer.Server;

namespace Taushet.Compat.Tests.Types;

public sealed class UserDefinedTypeTests
{
    [Fact]
    public void Attribute_OnAType_IsReadBackWhole()
    {
        var mark = typeof(Point).GetCustomAttributes(inherit: false).OfType<SqlUserDefinedTypeAttribute>().ShouldHaveSingleItem();

        (mark.Format, mark.MaxByteSize, mark.Name).ShouldBe((Format.UserDefined, 8, "point"));
        (mark.IsByteOrdered, mark.IsFixedLength, mark.ValidationMethodName).ShouldBe((false, true, null));
    }

    [Fact]
    public void Attribute_OfUnknownFormatOrNegativeSize_IsRefused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new SqlUserDefinedTypeAttribute(Format.Unknown));
        Should.Throw<ArgumentOutOfRangeException>(() => new SqlUserDefinedTypeAttribute(Format.Native) { MaxByteSize = -2 });
        new SqlUserDefinedTypeAttribute(Format.Native) { MaxByteSize = -1 }.MaxByteSize.ShouldBe(-1);
    }

    [Fact]
    public void Create_SaysTheTypeAndWhy() =>
        InvalidUdtException.Create(typeof(Point), "no format").Message
            .ShouldBe($"'{typeof(Point)}' is not fit to be a user-defined type: no format.");

    [SqlUserDefinedType(Format.UserDefined, MaxByteSize = 8, IsFixedLength = true, Name = "point")]
    private sealed class Point;
}
