using System.Globalization;
using Taushet.Core.Decisions;
using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Release;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Holder;

/// <summary>Finds every field violation of a standing decision at once.</summary>
internal static class StandingDecisionCheck
{
    // A decision that nobody looks at again is none: the holder answers for it.
    private const int MostMonths = 24;
    private const int ReasonLength = 500;
    private const string DateForm = "yyyy-MM-dd";

    /// <summary>Reads what is decided.</summary>
    /// <returns>The terms; of no meaning when a violation was found.</returns>
    public static StandingTerms Terms(Wire.StandingDecisionTerms? terms, PartyRef holder, PolicySet policies, DateOnly today, FieldFaults faults)
    {
        var stated = terms ?? new Wire.StandingDecisionTerms();
        var receiver = Member<Service>((int)stated.Receiver, "terms.receiver", faults);
        var purpose = Member<Purpose>((int)stated.Purpose, "terms.purpose", faults);
        var from = Date(stated.FromDate, "terms.from_date", faults);
        var to = Date(stated.ToDate, "terms.to_date", faults);
        if (from is { } first && to is { } last && (last < first || last > StatedDays.MonthsAfter(first, MostMonths)))
        {
            faults.Add("terms.to_date", "must not be before from_date, nor more than two years after it");
        }

        var cells = Cells(stated, faults);
        if (receiver is { } service && purpose is { } meant)
        {
            var latitude = HolderLatitude.Of(policies, holder.Service, service, meant, today);
            NotLeft(stated, latitude, faults);
            cells &= latitude;
        }

        return new StandingTerms(receiver ?? default, purpose ?? default, cells, from ?? default, to ?? default);
    }

    /// <summary>Checks who decided and why.</summary>
    public static void Decider(Wire.ActingPerson? person, string reason, FieldFaults faults)
    {
        Employee(person, "decided_by", faults);
        Reason(reason, "reason", faults);
    }

    /// <summary>Checks that a named employee answers for a call.</summary>
    public static void Employee(Wire.ActingPerson? person, string field, FieldFaults faults)
    {
        Required(person?.Reference ?? string.Empty, $"{field}.reference", TextCheck.ReferenceLength, faults);
        Required(person?.Role ?? string.Empty, $"{field}.role", TextCheck.ReferenceLength, faults);
    }

    /// <summary>Checks a stated reason.</summary>
    public static void Reason(string reason, string field, FieldFaults faults) => Required(reason, field, ReasonLength, faults);

    /// <summary>Reads a required id.</summary>
    public static Guid Id(Google.Protobuf.ByteString sent, FieldFaults faults)
    {
        if (sent.Length == WireIds.Length)
        {
            return WireIds.Read(sent);
        }

        faults.Add("id", "must be 16 bytes");
        return Guid.Empty;
    }

    private static void Required(string text, string field, int atMost, FieldFaults faults)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            faults.Add(field, "is required");
        }

        TextCheck.Check(text, field, faults, atMost);
    }

    private static T? Member<T>(int number, string field, FieldFaults faults)
        where T : struct, Enum
    {
        if (Members<T>.Has(number))
        {
            return (T)(object)number;
        }

        faults.Add(field, "is required and must be a member of the vocabulary");
        return null;
    }

    private static DateOnly? Date(string text, string field, FieldFaults faults)
    {
        if (DateOnly.TryParseExact(text, DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        faults.Add(field, "is required, as 2026-09-01");
        return null;
    }

    private static CellSet Cells(Wire.StandingDecisionTerms terms, FieldFaults faults)
    {
        if (terms.Cells.Count is 0 or > 128)
        {
            faults.Add("terms.cells", "must list from 1 to 128 cells");
            return CellSet.Empty;
        }

        var cells = CellSet.Empty;
        for (var place = 0; place < terms.Cells.Count; place++)
        {
            if (Member<Cell>((int)terms.Cells[place], $"terms.cells[{place}]", faults) is { } cell)
            {
                cells |= CellCategories.WithTopics(cell);
            }
        }

        return cells;
    }

    private static void NotLeft(Wire.StandingDecisionTerms terms, CellSet latitude, FieldFaults faults)
    {
        for (var place = 0; place < terms.Cells.Count; place++)
        {
            var number = (int)terms.Cells[place];
            if (Members<Cell>.Has(number) && !CellCategories.WithTopics((Cell)number).Meets(latitude))
            {
                faults.Add(
                    $"terms.cells[{place}]",
                    "is not left to this holder's choice towards this receiver for this purpose, or not beforehand");
            }
        }
    }
}

/// <summary>What is decided, as it was read.</summary>
/// <param name="Receiver">The receiver service.</param>
/// <param name="Purpose">The purpose.</param>
/// <param name="Cells">The cells, categories widened and bounded by what the law leaves to the holder.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
internal sealed record StandingTerms(Service Receiver, Purpose Purpose, CellSet Cells, DateOnly From, DateOnly To);
