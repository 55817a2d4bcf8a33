namespace Taushet.Core.Vocabulary;

/// <summary>Who moves first.</summary>
public enum Flow
{
    /// <summary>A service asks the holder through the gateway.</summary>
    [Code("pull")]
    Pull = 1,

    /// <summary>The holder's employee gives on own initiative and brings the content.</summary>
    [Code("push")]
    Push = 2,

    /// <summary>Someone outside has asked the holder; the holder's system asks what may be given.</summary>
    [Code("asked")]
    Asked = 3,
}
