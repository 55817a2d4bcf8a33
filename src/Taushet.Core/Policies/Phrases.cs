using System.Collections.Frozen;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Policies;

/// <summary>What members of the vocabulary are called in bokmål, for people. Decides nothing.</summary>
public sealed class Phrases
{
    private readonly FrozenDictionary<(Type Kind, int Number), string> texts;

    /// <summary>Makes the phrases.</summary>
    /// <param name="texts">For each member, by its enum and number, its text.</param>
    public Phrases(IEnumerable<KeyValuePair<(Type Kind, int Number), string>> texts) => this.texts = texts.ToFrozenDictionary();

    /// <summary>No phrases: every member is called by its code.</summary>
    public static Phrases None { get; } = new([]);

    /// <summary>What a member is called; its code when it has no phrase.</summary>
    public string Of<T>(T member)
        where T : struct, Enum =>
        texts.GetValueOrDefault((typeof(T), MemberNumber.Of(member))) ?? Codes<T>.Of(member);

    /// <summary>Whether a member has a phrase.</summary>
    public bool Has<T>(T member)
        where T : struct, Enum =>
        texts.ContainsKey((typeof(T), MemberNumber.Of(member)));
}
