using Google.Protobuf;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Release;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Trail.Retention;

/// <summary>Lets a call on retention in: well-formed, and by a controller of the holder whose entries it is on.</summary>
internal sealed class RetentionAdmission(LogAdmission admission)
{
    private const int LongestReason = 512;
    private const uint FirstYear = 2000;

    /// <summary>Admits a controller.</summary>
    public LogReaderParty Admit(Call call, string rpc, Wire.LogReader? controller, FieldFaults faults)
    {
        if (controller?.Party?.UnitNumber.Length > 0)
        {
            faults.Add("reader.party.unit_number", "must be empty: keys are those of all the organisation's units");
        }

        return admission.Admit(call, rpc, controller, filter: null, faults).Reader;
    }

    /// <summary>Admits a controller with a scope.</summary>
    public (LogReaderParty Reader, KeyScope Scope) Admit(
        Call call, string rpc, Wire.LogReader? controller, Wire.RetentionScope? scope, bool oneYear, FieldFaults faults)
    {
        scope ??= new Wire.RetentionScope();
        var all = scope is { FirstYear: 0, LastYear: 0 };
        if (!all && (scope.FirstYear < FirstYear || scope.LastYear >= KeyScope.Forever || scope.LastYear < scope.FirstYear
            || (oneYear && scope.LastYear != scope.FirstYear)))
        {
            faults.Add("scope.first_year", oneYear ? "must be a year, and last_year the same; or both 0" : "must be a year not after last_year; or both 0");
        }

        if (controller?.Party?.UnitNumber.Length > 0)
        {
            faults.Add("reader.party.unit_number", "must be empty: keys are those of all the organisation's units");
        }

        var filter = admission.Admit(call, rpc, controller, new Wire.EntryFilter { Child = scope.Child }, faults);
        var party = filter.Reader.Party;
        return (filter.Reader, new KeyScope(
            filter.Child,
            party.Organisation,
            party.Service,
            (int)scope.FirstYear,
            all ? KeyScope.Forever : (int)scope.LastYear));
    }

    /// <summary>Checks a text that is required.</summary>
    public static void Reason(string text, string field, FieldFaults faults, int atMost = LongestReason)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            faults.Add(field, "is required");
        }
        else
        {
            TextCheck.Check(text, field, faults, atMost);
        }
    }

    /// <summary>Reads an id.</summary>
    public static Guid Id(ByteString id, string field, FieldFaults faults)
    {
        if (id.Length != WireIds.Length)
        {
            faults.Add(field, "must be 16 bytes");
            return Guid.Empty;
        }

        return WireIds.Read(id);
    }

    /// <summary>Who acts: whom an issuer has proven, else whom the organisation names.</summary>
    public static string Person(Call call, LogReaderParty reader) => call.Caller.Person?.Reference ?? reader.Person.Split('\n')[0];

    /// <summary>Whether a stored scope is the party's.</summary>
    public static bool IsOf(KeyScope scope, LogReaderParty reader) =>
        string.Equals(scope.Holder, reader.Party.Organisation, StringComparison.Ordinal)
        && scope.Service.IsKnown && scope.Service.Value == reader.Party.Service;

    /// <summary>A scope as an entry tells it: never whose it is.</summary>
    public static string Text(KeyScope scope) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"holder {scope.Holder} {(scope.Service.IsKnown ? Codes<Service>.Of(scope.Service.Value) : "all")}\nyears {scope.FirstYear} {scope.LastYear}\nchild {(scope.Subject is null ? "all" : "one")}\n");
}
