using System.Buffers.Binary;
using System.Text;
using Taushet.Core.Trail;
using Taushet.Storage.Log;

namespace Taushet.Storage.Sealing;

/// <summary>
/// Which of a person's keys: the one for a holder's service and a calendar year, by which entries are sealed, so that what a holder
/// need keep no longer can be destroyed apart; or the person's own, by which older entries were.
/// </summary>
/// <param name="Subject">The person's look-up hash.</param>
/// <param name="Holder">The holder's organisation; empty of the person's own key.</param>
/// <param name="Service">The holder's service; 0 of the person's own key.</param>
/// <param name="Year">The calendar year in Oslo; 0 of the person's own key.</param>
internal readonly record struct KeyName(byte[] Subject, string Holder, int Service, int Year)
{
    /// <summary>The key that an entry is sealed with.</summary>
    public static KeyName Of(byte[] subject, PublicPart part) =>
        new(subject, part.Holder.Organisation, (int)part.Holder.Service, part.LawDate.Year);

    /// <summary>The person's own key.</summary>
    public static KeyName OfPerson(byte[] subject) => new(subject, string.Empty, 0, 0);

    /// <summary>Whether it is the person's own key.</summary>
    public bool IsPersons => Year == 0;

    /// <summary>What the wrapped key is bound to: a row under another name does not open.</summary>
    public byte[] Context
    {
        get
        {
            if (IsPersons)
            {
                return Subject;
            }

            var size = Encoding.UTF8.GetByteCount(Holder);
            var context = new byte[Subject.Length + (2 * sizeof(int)) + size];
            Subject.CopyTo(context, 0);
            BinaryPrimitives.WriteInt32BigEndian(context.AsSpan(Subject.Length), Service);
            BinaryPrimitives.WriteInt32BigEndian(context.AsSpan(Subject.Length + sizeof(int)), Year);
            Encoding.UTF8.GetBytes(Holder, context.AsSpan(context.Length - size));
            return context;
        }
    }

    public bool Equals(KeyName other) =>
        Year == other.Year && Service == other.Service
        && string.Equals(Holder, other.Holder, StringComparison.Ordinal)
        && SubjectBytes.Equality.Equals(Subject, other.Subject);

    public override int GetHashCode() => HashCode.Combine(SubjectBytes.Equality.GetHashCode(Subject), Service, Year);
}
