namespace Taushet.Core.Vocabulary;

/// <summary>The code by which policies, cases and reports name a vocabulary member; the same as in the protos.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class CodeAttribute(string code) : Attribute
{
    /// <summary>The code, never empty.</summary>
    public string Code { get; } = code;
}
