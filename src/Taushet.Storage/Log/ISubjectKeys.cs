namespace Taushet.Storage.Log;

/// <summary>Finds what an entry is sealed with before it queues.</summary>
internal interface ISubjectKeys
{
    /// <summary>The subject by the number now in use, and its key when it has one.</summary>
    /// <param name="asked">The look-up hash as it was asked for, 32 bytes.</param>
    /// <param name="cancellation">Cancels the read.</param>
    ValueTask<SubjectKeyRow> FindAsync(byte[] asked, CancellationToken cancellation);
}

/// <summary>What is stored of a subject's key.</summary>
/// <param name="Subject">The look-up hash of the number now in use.</param>
/// <param name="Wrapped">Its wrapped key, or null when it has none yet.</param>
internal readonly record struct SubjectKeyRow(byte[] Subject, byte[]? Wrapped);
