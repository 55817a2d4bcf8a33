using Taushet.Core.Trail;

namespace Taushet.Storage.Log;

/// <summary>Finds what an entry is sealed with before it queues.</summary>
internal interface ISubjectKeys
{
    /// <summary>The person by the number now in use, and its own key when it has one.</summary>
    /// <param name="asked">The look-up hash as it was asked for, 32 bytes.</param>
    /// <param name="cancellation">Cancels the read.</param>
    ValueTask<SubjectKeyRow> FindAsync(byte[] asked, CancellationToken cancellation);

    /// <summary>The person by the number now in use, and the key of an entry on it when there is one.</summary>
    /// <param name="asked">The look-up hash as it was asked for, 32 bytes.</param>
    /// <param name="part">The entry, whose holder and year tell which key.</param>
    /// <param name="cancellation">Cancels the read.</param>
    ValueTask<SubjectKeyRow> FindAsync(byte[] asked, PublicPart part, CancellationToken cancellation);
}

/// <summary>What is stored of a subject's key.</summary>
/// <param name="Subject">The look-up hash of the number now in use.</param>
/// <param name="Wrapped">Its wrapped key, or null when it has none yet.</param>
internal readonly record struct SubjectKeyRow(byte[] Subject, byte[]? Wrapped);
