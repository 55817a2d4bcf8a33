namespace Taushet.Core.Vocabulary;

/// <summary>How well evidence is established. Ordered; each rule states the least level.</summary>
public enum EvidenceLevel
{
    /// <summary>Stated in the request, by the one who is answerable for it.</summary>
    [Code("asserted")]
    Asserted = 1,

    /// <summary>Found in a register of the gateway.</summary>
    [Code("registered")]
    Registered = 2,

    /// <summary>Signed or otherwise proven.</summary>
    [Code("proven")]
    Proven = 3,
}
