using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;

namespace Taushet.Cli.Trail;

/// <summary>One entry as a line for people, of its public part alone.</summary>
internal static class EntryLine
{
    /// <summary>Writes the line.</summary>
    public static string Of(StoredEntry entry)
    {
        var told = entry.Public;
        var time = Lines.Time(told.TimeMicros);
        var purpose = told.Purpose.IsKnown ? Codes<Purpose>.Of(told.Purpose.Value) : "no purpose";
        var given = told.Given.IsEmpty ? "nothing" : told.Given.ToString();
        var hash = entry.LeafHashHolds ? "leaf holds" : "LEAF BROKEN";
        return $"{entry.Index,6}  {time}  {Codes<Core.Trail.EntryKind>.Of(told.Kind)} {Codes<Flow>.Of(told.Flow)}  "
            + $"{Name(told.Receiver)} <- {Name(told.Holder)}  {purpose}  given: {given}  {hash}";
    }

    private static string Name(PartyRef party) => $"{Codes<Service>.Of(party.Service)} {party.Organisation}".TrimEnd();
}
