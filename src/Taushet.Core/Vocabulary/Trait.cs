namespace Taushet.Core.Vocabulary;

/// <summary>A mark on a leaf that cuts across cells.</summary>
public enum Trait
{
    /// <summary>Tells where the child is or may be found.</summary>
    [Code("locates-child")]
    LocatesChild = 1,

    /// <summary>Free text, never judged by machine.</summary>
    [Code("free-text")]
    FreeText = 2,

    /// <summary>About another person than the child.</summary>
    [Code("third-person")]
    ThirdPerson = 3,
}
