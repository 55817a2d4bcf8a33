using Grpc.Core;

namespace Taushet.Compat.Tests.Types;

public sealed class MetadataTests
{
    private static readonly byte[] Bytes = [1, 2, 255];

    [Theory]
    [InlineData("with space")]
    [InlineData("ø")]
    [InlineData("a:b")]
    [InlineData("a/b")]
    [InlineData("a\n")]
    public void Entry_KeyOutsideTheAlphabet_IsRefused(string key) =>
        Should.Throw<ArgumentException>(() => new Metadata.Entry(key, "value"));

    [Theory]
    [InlineData("abc", "abc")]
    [InlineData("X-Text", "x-text")]
    [InlineData("a.b_c-0", "a.b_c-0")]
    public void Entry_ValidKey_IsLowerCase(string key, string expected) =>
        new Metadata.Entry(key, "value").Key.ShouldBe(expected);

    [Fact]
    public void Entry_BytesUnderTextKey_AreRefused() =>
        Should.Throw<ArgumentException>(() => new Metadata.Entry("key", Bytes));

    [Fact]
    public void Entry_TextUnderBinaryKey_IsRefused() =>
        Should.Throw<ArgumentException>(() => new Metadata.Entry("key-BIN", "value"));

    [Fact]
    public void Entry_NullParts_AreRefused()
    {
        Should.Throw<ArgumentNullException>(() => new Metadata.Entry(null!, "value"));
        Should.Throw<ArgumentNullException>(() => new Metadata.Entry("key", (string)null!));
        Should.Throw<ArgumentNullException>(() => new Metadata.Entry("key-bin", (byte[])null!));
    }

    [Fact]
    public void Entry_Binary_KeepsItsOwnBytes()
    {
        byte[] given = [.. Bytes];
        var entry = new Metadata.Entry("key-bin", given);
        given[0] = 9;
        entry.ValueBytes[0] = 9;

        entry.IsBinary.ShouldBeTrue();
        entry.ValueBytes.ShouldBe(Bytes);
    }

    [Fact]
    public void Entry_Text_HasAsciiBytes()
    {
        var entry = new Metadata.Entry("key", "abc");

        entry.IsBinary.ShouldBeFalse();
        entry.Value.ShouldBe("abc");
        entry.ValueBytes.ShouldBe("abc"u8.ToArray());
        entry.ToString().ShouldBe("[Entry: key=key, value=abc]");
    }

    [Fact]
    public void Get_RepeatedKey_GivesTheLast()
    {
        var metadata = new Metadata { { "a", "1" }, { "b", "2" }, { "A", "3" } };

        metadata.GetValue("A").ShouldBe("3");
        metadata.Get("a")!.Value.ShouldBe("3");
        metadata.GetAll("a").Select(entry => entry.Value).ShouldBe(["1", "3"]);
    }

    [Fact]
    public void Get_AbsentKey_GivesNothing()
    {
        var metadata = new Metadata();

        metadata.Get("a").ShouldBeNull();
        metadata.GetValue("a").ShouldBeNull();
        metadata.GetValueBytes("a-bin").ShouldBeNull();
        metadata.GetAll("a").ShouldBeEmpty();
    }

    [Fact]
    public void GetValueBytes_BinaryKey_GivesTheBytes() =>
        new Metadata { { "a-bin", Bytes } }.GetValueBytes("a-bin").ShouldBe(Bytes);

    [Fact]
    public void List_Operations_KeepOrder()
    {
        var (a, b, c) = (new Metadata.Entry("a", "1"), new Metadata.Entry("b", "2"), new Metadata.Entry("c", "3"));
        var metadata = new Metadata { a, c };
        metadata.Insert(1, b);

        metadata.ShouldBe([a, b, c]);
        metadata.IndexOf(b).ShouldBe(1);
        metadata.Contains(c).ShouldBeTrue();
        metadata.Remove(a).ShouldBeTrue();
        metadata.RemoveAt(0);
        metadata[0] = a;
        metadata.ShouldBe([a]);
        metadata.Clear();
        metadata.Count.ShouldBe(0);
    }

    [Fact]
    public void Add_Null_IsRefused() =>
        Should.Throw<ArgumentNullException>(() => new Metadata().Add(null!));

    // The shared Empty never changes.
    [Fact]
    public void Empty_Change_IsRefused()
    {
        var entry = new Metadata.Entry("a", "1");

        Metadata.Empty.IsReadOnly.ShouldBeTrue();
        new Metadata().IsReadOnly.ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => Metadata.Empty.Add("a", "1"));
        Should.Throw<InvalidOperationException>(() => Metadata.Empty.Insert(0, entry));
        Should.Throw<InvalidOperationException>(() => Metadata.Empty.Remove(entry));
        Should.Throw<InvalidOperationException>(() => Metadata.Empty.Clear());
        Metadata.Empty.ShouldBeEmpty();
    }
}
