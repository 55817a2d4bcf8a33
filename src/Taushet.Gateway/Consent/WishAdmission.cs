using Taushet.Core.Consents;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Holder;
using Taushet.Gateway.Identify;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Consent;

/// <summary>Lets a call on wishes in, and says which wishes its caller has to do with.</summary>
internal sealed class WishAdmission(
    HolderAdmission admission,
    Attempts attempts,
    GatewayOptions options,
    PersonNumbers accepted)
{
    /// <summary>Admits a call or refuses it.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT, PERMISSION_DENIED, or UNAVAILABLE when the register cannot be read.</exception>
    public async Task<AdmittedWish> AdmitAsync(Call call, string rpc, Wire.WishCall? sent, FieldFaults faults)
    {
        Check(sent, faults);
        var acting = await admission.AdmitAsync(call, rpc, sent?.ActingAs, faults, "call.acting_as");
        return new AdmittedWish(acting, sent!.Employee, sent.ChildNumber);
    }

    /// <summary>Notes what of who calls does not hold.</summary>
    public void Check(Wire.WishCall? sent, FieldFaults faults)
    {
        StandingDecisionCheck.Employee(sent?.Employee, "call.employee", faults);
        ChildCheck.Number(sent?.ChildNumber ?? string.Empty, "call.child_number", accepted, faults);
    }

    /// <summary>Refuses a call in which a violation was found.</summary>
    public void RefuseMalformed(Call call, string rpc, FieldFaults faults) => admission.RefuseMalformed(call, rpc, faults);

    /// <summary>Refuses to record a wish that does not name the caller.</summary>
    public void RequireNamed(Call call, string rpc, WishTerms terms, PartyRef acting)
    {
        if (!Names(terms, acting) && !options.ConsentRecorders.Contains(acting.Organisation))
        {
            attempts.Note(AttemptKind.NotAllowed, rpc);
            throw Refusals.NotNamed(call.RequestId);
        }
    }

    /// <summary>A recorder as wishes keep it: an organisation may hold several services, which are no business of each other.</summary>
    public static string RecorderOf(PartyRef acting) => $"{acting.Organisation} {Codes<Service>.Of(acting.Service)}";

    /// <summary>The recorder's party; null where none was kept.</summary>
    public static PartyRef? RecorderIn(string kept) =>
        kept.Split(' ') is [var organisation, var code] && Codes<Service>.TryParse(code, out var service)
            ? new PartyRef(organisation, string.Empty, service, Known<ServiceForm>.Unknown)
            : null;

    /// <summary>Whether a caller has to do with a wish: its service recorded it, or the wish names the party.</summary>
    /// <remarks>INVARIANT: a caller sees only wishes that its own service has recorded or that name it.</remarks>
    public static bool Sees(WishRecord record, PartyRef acting) =>
        record.Terms.Recorder == RecorderOf(acting)
        || Names(record.Terms.Holders, acting)
        || Names(record.Terms.Receivers, acting);

    // Closing wishes that name no holder are directed at every holder: any of them may record what the child has told it.
    private static bool Names(WishTerms terms, PartyRef acting) =>
        terms.Holders.IsEmpty || Names(terms.Holders, acting) || Names(terms.Receivers, acting);

    private static bool Names(IEnumerable<ConsentParty> parties, PartyRef acting) => parties.Any(party =>
        party.Service == acting.Service && (party.Organisation.Length == 0 || party.Organisation == acting.Organisation));
}

/// <summary>A call on wishes whose caller may make it.</summary>
/// <param name="Acting">The party it acts as.</param>
/// <param name="Employee">Who records or reads.</param>
/// <param name="Child">The child's number.</param>
internal sealed record AdmittedWish(PartyRef Acting, Wire.ActingPerson Employee, string Child)
{
    /// <summary>The child, for the registers.</summary>
    public SubjectKey Subject => new(Child, Reference: null);

    /// <summary>Who records, as events keep it.</summary>
    public string Recorder => $"{Acting.Organisation} {Employee.Reference}";
}
