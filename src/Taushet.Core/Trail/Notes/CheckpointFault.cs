namespace Taushet.Core.Trail.Notes;

/// <summary>Why a note is no checkpoint to rely on; the first that was met, in this order.</summary>
public enum CheckpointFault
{
    /// <summary>It is no signed note.</summary>
    NotANote,

    /// <summary>None of the known keys has a signature under it.</summary>
    NoKnownSigner,

    /// <summary>A signature that names a known key is not that key's over this text.</summary>
    WrongSignature,

    /// <summary>The signed text is no checkpoint.</summary>
    NotACheckpoint,

    /// <summary>It is a checkpoint of another log than was expected.</summary>
    OtherOrigin,
}
