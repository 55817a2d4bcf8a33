namespace Taushet.Core.Vocabulary;

/// <summary>What a consent lacks for a request. Hangs on its terms and its givers, never on a shield.</summary>
public enum ConsentLack
{
    /// <summary>Its first day lies ahead.</summary>
    [Code("started")]
    Started = 1,

    /// <summary>Its last day has passed.</summary>
    [Code("unexpired")]
    Unexpired = 2,

    /// <summary>It does not name the holder.</summary>
    [Code("holder")]
    Holder = 3,

    /// <summary>It does not name the receiver.</summary>
    [Code("receiver")]
    Receiver = 4,

    /// <summary>It does not name the purpose.</summary>
    [Code("purpose")]
    Purpose = 5,

    /// <summary>It does not name every cell that is needed.</summary>
    [Code("cells")]
    Cells = 6,

    /// <summary>It names cells that are about others than the one who consents: those need consents of their own.</summary>
    [Code("other-persons")]
    OtherPersons = 7,

    /// <summary>It names what is kept from the guardians, which only the child itself can consent to.</summary>
    [Code("childs-own")]
    ChildsOwn = 8,

    /// <summary>Not everyone who must give it has, or what is known of the child does not tell who must.</summary>
    [Code("givers")]
    Givers = 9,

    /// <summary>The child was not heard, or is against it from 12.</summary>
    [Code("hearing")]
    Hearing = 10,

    /// <summary>No rule lets a consent open this between these two for this purpose.</summary>
    [Code("law")]
    Law = 11,
}
