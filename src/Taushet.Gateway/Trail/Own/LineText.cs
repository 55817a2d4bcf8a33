using System.Globalization;
using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Core.Trail.OwnView;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Identify;
using Taushet.Gateway.Release;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Trail.Own;

/// <summary>Says in plain Norwegian what an entry tells: when, who, from whom, for what, by which law, and which categories.</summary>
internal sealed class LineText(LogTexts texts, Standing standing)
{
    private static readonly CultureInfo Norwegian = CultureInfo.GetCultureInfo("nb-NO");

    /// <summary>Makes the line of an entry.</summary>
    public async Task<Wire.AccessLine> OfAsync(IndexedEntry entry, DateOnly today, LogViewFilter filter, CancellationToken cancellation)
    {
        var part = entry.Public;
        var form = EntryForms.Of(entry.Log, entry.Index, entry.Entry, part);
        var line = new Wire.AccessLine
        {
            At = form.DecidedAt,
            Receiver = form.Receiver,
            ReceiverName = await NameAsync(part.Receiver, today, cancellation),
            Holder = form.Holder,
            HolderName = await NameAsync(part.Holder, today, cancellation),
            Employee = Employee(part, entry.Details, filter),
            Purpose = form.Purpose,
            Bases = { form.Bases },
            Categories = { texts.Of(part.Given) },
            LogId = WireIds.Of(entry.Log),
            Index = (ulong)entry.Index,
        };
        line.Text = Text(part, line);
        return line;
    }

    private string Text(PublicPart part, Wire.AccessLine line)
    {
        var at = OsloTime.LocalAt(DateTimeOffset.UnixEpoch.AddTicks(part.TimeMicros * TimeSpan.TicksPerMicrosecond));
        var when = at.ToString("d. MMMM yyyy 'kl.' HH:mm", Norwegian);
        var receiver = Party(part.Receiver, line.ReceiverName);
        var holder = Party(part.Holder, line.HolderName);
        var by = line.Employee.Length == 0 ? string.Empty : $" Ansatt: {line.Employee}.";
        var why = part.Purpose.IsKnown ? $" Formål: {texts.Purposes[part.Purpose.Value]}." : string.Empty;
        var bases = string.Join(", ", part.Bases.ToList().Select(basis => texts.Bases[basis]));
        var law = bases.Length == 0 ? string.Empty : $" Oppgitt hjemmel: {bases}.";
        return $"{when}: {Event(part, receiver, holder, line.Categories)}{by}{why}{law}";
    }

    private static string Event(PublicPart part, string receiver, string holder, IReadOnlyCollection<string> categories) => part.Kind switch
    {
        EntryKind.Request when categories.Count > 0 => $"{receiver} fikk opplysninger fra {holder}: {string.Join(", ", categories)}.",
        EntryKind.Request => $"{receiver} ba {holder} om opplysninger, og fikk ingen.",
        EntryKind.Preview => $"{receiver} spurte hva som kan hentes fra {holder}. Ingen opplysninger ble gitt.",
        EntryKind.Assess => $"{(part.Flow == Flow.Pull ? receiver : holder)} fikk vurdert hva {receiver} kan få fra {holder}. Ingen opplysninger ble gitt her.",
        EntryKind.Denied => $"Noen uten adgang prøvde å bruke navnet til {receiver}, og ble avvist.",
        EntryKind.LogSearched or EntryKind.LogRead or EntryKind.LogExported or EntryKind.LogReport =>
            $"En kontrollør hos {holder} så i loggen.",
        EntryKind.DisclosureSubmitted when categories.Count > 0 => $"{holder} ga {receiver} opplysninger av eget tiltak: {string.Join(", ", categories)}.",
        EntryKind.DisclosureSubmitted => $"{holder} ville gi {receiver} opplysninger av eget tiltak. Ingen ble gitt herfra.",
        EntryKind.DisclosureReceived => $"{receiver} bekreftet å ha fått det {holder} ga.",
        EntryKind.OrderRegistered => $"{receiver} registrerte et pålegg om opplysninger fra {holder}.",
        EntryKind.OrderWithdrawn => $"{receiver} trakk et pålegg om opplysninger fra {holder}.",
        EntryKind.OrderPartiesInformed or EntryKind.OrderPartiesExempted => $"{holder} noterte hva partene får vite om et pålegg.",
        EntryKind.HandTaskGiven => $"{holder} ga {receiver} opplysninger for hånd.",
        EntryKind.HandTaskRead or EntryKind.HandTaskNotOwed => $"{holder} så på noe som skulle gis for hånd.",
        EntryKind.InvestigationOpened or EntryKind.InvestigationNotOpened or EntryKind.InvestigationExtended
            or EntryKind.InvestigationEnded => $"{holder} noterte hvor langt arbeidet med en melding er kommet.",
        EntryKind.OwnLogRead => $"Loggen ble vist til {receiver}.",
        _ => $"{holder} gjorde et registrert tiltak overfor {receiver} ({Codes<EntryKind>.Of(part.Kind)}).",
    };

    private string Party(PartyRef party, string name) =>
        name.Length == 0 ? texts.Services[party.Service] : $"{texts.Services[party.Service]} ({name})";

    private static string Employee(PublicPart part, IndexedDetails details, LogViewFilter filter) =>
        filter.Names(EntryParties.Acting(part).Service) && details.Person.Length > 0
            ? $"{details.Person} {details.Role}".TrimEnd()
            : details.Role;

    private async Task<string> NameAsync(PartyRef party, DateOnly today, CancellationToken cancellation)
    {
        if (party.Organisation.Length == 0)
        {
            return string.Empty;
        }

        var wire = new Wire.Party
        {
            OrganisationNumber = party.Organisation,
            UnitNumber = party.Unit,
            Service = (Wire.Service)(int)party.Service,
        };
        var found = await standing.FindAsync(wire, today, cancellation);
        return found.Participant?.Name ?? string.Empty;
    }
}
