using System.Security.Cryptography;

namespace Taushet.Policies.Tests;

public sealed class KeptSetTests
{
    [Fact]
    public void LoadKept_ContentOfTheRealFolder_IsTheSameSet()
    {
        var book = PolicyFolder.Book;

        Convert.ToHexStringLower(SHA256.HashData(book.Content.Span)).ShouldBe(book.Policies.Hash);
        var kept = PolicyLoader.LoadKept(book.Content.Span);

        kept.Faults.ShouldBeEmpty();
        kept.Book!.Policies.Hash.ShouldBe(book.Policies.Hash);
        kept.Book.Policies.Rules.Select(rule => rule.Id).ShouldBe(book.Policies.Rules.Select(rule => rule.Id));
    }

    [Fact]
    public void LoadKept_CutContent_IsRefused() =>
        Should.Throw<FormatException>(() => PolicyLoader.LoadKept(PolicyFolder.Book.Content.Span[..^1]));
}
