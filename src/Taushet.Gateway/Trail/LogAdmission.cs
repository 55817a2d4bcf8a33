using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Identify;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Trail;

/// <summary>Lets a reading of the log in: well-formed, and by an auditor of the party whose log it is.</summary>
internal sealed class LogAdmission(Attempts attempts, PersonNumbers numbers)
{
    /// <summary>Admits a reading or refuses it.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT or PERMISSION_DENIED.</exception>
    public EntryFilter Admit(Call call, string rpc, Wire.LogReader? reader, Wire.EntryFilter? filter, FieldFaults faults)
    {
        PartyCheck.CheckService(reader?.Party, "reader.party", faults);
        Texts(reader, faults);
        var read = EntryFilterCheck.Read(filter, PartyOf(reader), numbers, faults);
        if (faults.Any)
        {
            attempts.Note(AttemptKind.Malformed, rpc);
            throw Refusals.Malformed(call.RequestId, faults);
        }

        if (reader!.Party.OrganisationNumber != call.Caller.Organisation)
        {
            attempts.Note(AttemptKind.NotAllowed, rpc);
            throw Refusals.NotOwnLog(call.RequestId);
        }

        return read;
    }

    /// <summary>Refuses a page token that is not of this reading.</summary>
    public Grpc.Core.RpcException BadToken(Call call, string rpc)
    {
        attempts.Note(AttemptKind.Malformed, rpc);
        var faults = new FieldFaults();
        faults.Add("page_token", "must be empty or as the page before told it, with the same reader and filter");
        return Refusals.Malformed(call.RequestId, faults);
    }

    private static void Texts(Wire.LogReader? reader, FieldFaults faults)
    {
        Required(reader?.ActingPerson?.Reference, "reader.acting_person.reference", faults);
        Required(reader?.Reference, "reader.reference", faults);
        TextCheck.Check(reader?.ActingPerson?.Role ?? string.Empty, "reader.acting_person.role", faults);
    }

    private static void Required(string? text, string field, FieldFaults faults)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            faults.Add(field, "is required");
        }
        else
        {
            TextCheck.Check(text, field, faults);
        }
    }

    private static LogReaderParty PartyOf(Wire.LogReader? reader)
    {
        var party = reader?.Party ?? new Wire.Party();
        return new LogReaderParty(
            new PartyRef(party.OrganisationNumber, party.UnitNumber, (Service)(int)party.Service, Known<ServiceForm>.Unknown),
            $"{reader?.ActingPerson?.Reference}\n{reader?.ActingPerson?.Role}",
            reader?.Reference ?? string.Empty);
    }
}
