using Taushet.Core.Requests;
using Taushet.Core.Trail.OwnView;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Identify;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Trail.Own;

/// <summary>Finds out who looks at whose log, and what the registers say of the child towards that viewer.</summary>
internal sealed class OwnLogAdmission(
    IGuardians guardians, IFactStore facts, Attempts attempts, GatewayOptions options, PersonNumbers numbers)
{
    /// <summary>Admits a reading or refuses it.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT, PERMISSION_DENIED, or UNAVAILABLE when a register cannot be read.</exception>
    public async Task<OwnLogReading> AdmitAsync(Call call, string rpc, Wire.ListAccessesToMeRequest asked, FieldFaults faults)
    {
        if (asked.ChildNumber.Length > 0)
        {
            ChildCheck.Number(asked.ChildNumber, "child_number", numbers, faults);
        }

        if (faults.Any)
        {
            attempts.Note(AttemptKind.Malformed, rpc);
            throw Refusals.Malformed(call.RequestId, faults);
        }

        if (call.Caller.Person?.NationalNumber is not { } own)
        {
            attempts.Note(AttemptKind.NotAllowed, rpc);
            throw Refusals.NotForCaller(call.RequestId);
        }

        var child = asked.ChildNumber.Length == 0 ? own : asked.ChildNumber;
        var capacity = await CapacityAsync(call, child, own);
        var now = await FactsAsync(call, child, Unknown, capacity);
        return new OwnLogReading(new SubjectKey(child, null), own, new LogViewer(capacity, now.Age));
    }

    /// <summary>What the registers say of the child now, towards the viewer, when a party holds.</summary>
    /// <exception cref="Grpc.Core.RpcException">UNAVAILABLE when they cannot be read.</exception>
    public async Task<Facts> FactsAsync(Call call, string child, PartyRef holder, Service capacity)
    {
        var query = new GatherQuery(
            new SubjectKey(child, null),
            holder,
            new PartyRef(string.Empty, string.Empty, capacity, Known<ServiceForm>.Unknown),
            call.Instant,
            call.LawDate,
            options.RegistryMaxAge);
        var gathered = await facts.ReadAsync(query, call.Cancellation)
            ?? throw Refusals.CannotGather(call.RequestId, options.GatewayRetry, duty: false);
        return gathered.Facts;
    }

    // The child's age is asked for whoever holds.
    private static PartyRef Unknown { get; } = new(string.Empty, string.Empty, Service.Supervision, Known<ServiceForm>.Unknown);

    private async Task<Service> CapacityAsync(Call call, string child, string own) =>
        string.Equals(child, own, StringComparison.Ordinal)
            ? Service.Child
            : await guardians.FindAsync(child, own, call.Cancellation) switch
            {
                GuardianStanding.WithResponsibility => Service.ParentWithResponsibility,
                GuardianStanding.WithoutResponsibility => Service.ParentWithoutResponsibility,

                // Shown nothing, as a parent is to whom nothing can be shown.
                GuardianStanding.None or _ => Service.PrivatePerson,
            };
}

/// <summary>One reading of a person's own log.</summary>
/// <param name="Child">Whose log.</param>
/// <param name="Caller">The caller's number.</param>
/// <param name="Viewer">In what capacity it is looked at.</param>
internal sealed record OwnLogReading(SubjectKey Child, string Caller, LogViewer Viewer);
