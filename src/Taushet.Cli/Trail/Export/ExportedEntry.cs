using System.Globalization;
using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;

namespace Taushet.Cli.Trail.Export;

/// <summary>An entry as its exports tell it: codes and ids, and no value of any field.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="WithReasons">Whether the reader holds the entry, and so may see reasons.</param>
internal readonly record struct ExportedEntry(IndexedEntry Entry, bool WithReasons)
{
    private PublicPart Public => Entry.Public;

    public string Time => Lines.Time(Public.TimeMicros);

    public long Milliseconds => Public.TimeMicros / 1000;

    public string Kind => Codes<EntryKind>.Of(Public.Kind);

    public string Flow => Codes<Flow>.Of(Public.Flow);

    public PartyRef Receiver => Public.Receiver;

    public PartyRef Holder => Public.Holder;

    public string Purpose => Public.Purpose.IsKnown ? Codes<Purpose>.Of(Public.Purpose.Value) : string.Empty;

    public string Bases => string.Join(' ', Public.Bases.ToList().Select(Codes<Basis>.Of));

    public string Given => Public.Given.ToString();

    public bool GivesSomething => !Public.Given.IsEmpty;

    public string Log => Hex(Entry.Log);

    public string Index => Entry.Index.ToString(CultureInfo.InvariantCulture);

    public string Id => Hex(Entry.Entry);

    public string Request => Hex(Public.RequestId);

    /// <summary>The child as the log knows it: a pseudonym that is good in this log alone.</summary>
    public string Pseudonym => Convert.ToHexStringLower(Entry.Subject.Span);

    public string LawDate => Public.LawDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public string PolicyHash => Public.PolicyHash;

    public string Caller => Public.Caller;

    public string Person => Entry.Details.Person;

    public string Role => Entry.Details.Role;

    public string Outcomes => WithReasons ? string.Join(' ', Entry.Details.Outcomes.ToList().Select(Codes<Outcome>.Of)) : string.Empty;

    public string Rules => WithReasons ? string.Join(' ', Entry.Details.Rules) : string.Empty;

    private static string Hex(Guid id) => id.ToString("N", CultureInfo.InvariantCulture);
}
