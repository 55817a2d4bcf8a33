using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Taushet.Gateway.Identify;
using Taushet.Gateway.Tests.Support;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Identify;

public sealed class AccessTests
{
    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create(bytes => bytes, bytes => bytes);

    // Every kind of token, and the kinds of caller that it makes.
    private static readonly Dictionary<string, (CallerKind[] Kinds, Func<Issuers, string, Metadata> Headers)> Tokens = new()
    {
        ["none"] = ([], (_, _) => []),
        ["Maskinporten"] = ([CallerKind.CallerSystem], (issuers, _) => Issuers.Bearer(issuers.AsSchool())),
        ["HelseID machine"] = ([CallerKind.CallerSystem], (issuers, rpc) =>
            Proven(issuers, rpc, issuers.HelseId.Machine(issuers.Now, Town.School, issuers.Client).Write())),
        ["HelseID employee"] = ([CallerKind.Caseworker], (issuers, rpc) => Proven(issuers, rpc, issuers.AsEmployee())),
        ["Entra ID system"] = ([CallerKind.CallerSystem], (issuers, _) => Issuers.Bearer(issuers.Entra.Machine(issuers.Now, "system").Write())),
        ["Entra ID caseworker"] = ([CallerKind.Caseworker], (issuers, _) => Role(issuers, "caseworker")),
        ["Entra ID controller"] = ([CallerKind.Controller], (issuers, _) => Role(issuers, "controller")),
        ["Entra ID auditor"] = ([CallerKind.Auditor], (issuers, _) => Role(issuers, "auditor")),
        ["Entra ID administrator"] = ([CallerKind.Administrator], (issuers, _) => Role(issuers, "administrator")),
        ["Entra ID auditor and caseworker"] = ([CallerKind.Auditor, CallerKind.Caseworker], (issuers, _) => Role(issuers, "auditor", "caseworker")),
        ["ID-porten"] = ([CallerKind.Citizen], (issuers, _) => Issuers.Bearer(issuers.IdPorten.Citizen(issuers.Now, Town.Known).Write())),
    };

    /// <summary>INVARIANT: an rpc is open to the callers its access option names and to nobody else.</summary>
    [Fact]
    public async Task EveryRpc_EveryKindOfToken_OpenToTheCallersItsOptionNamesAlone()
    {
        await using var issuers = await Issuers.StartAsync();
        var served = Served(issuers);
        var rows = AccessTable.ContractServices.SelectMany(service => service.Methods)
            .Select(method => ($"/{method.Service.FullName}/{method.Name}", method.GetOptions().GetExtension(OptionsExtensions.Access)))
            .Where(row => served.Contains(row.Item1))
            .ToList();
        rows.Count.ShouldBe(served.Count);
        var wrong = new List<string>();
        foreach (var (rpc, access) in rows)
        {
            foreach (var (name, token) in Tokens)
            {
                var open = access.Contains(CallerKind.Anyone) || token.Kinds.Any(access.Contains);
                var error = await CallAsync(issuers, rpc, token.Headers(issuers, rpc));
                if (open == IsShut(error))
                {
                    wrong.Add($"{rpc} by {name}: {error?.StatusCode}");
                }
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Table_RpcOfNoService_Shut()
    {
        var table = new AccessTable(AccessTable.ContractServices);

        AccessTable.ContractServices.ShouldContain(service => service.FullName == SharingService.Descriptor.FullName);
        Enum.GetValues<CallerKind>().ShouldAllBe(kind => !table.Allows("/taushet.v1.SharingService/Unknown", kind));
    }

    private static HashSet<string> Served(Issuers issuers) =>
        issuers.Gateway.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Select(endpoint => endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.FullName)
            .OfType<string>()
            .Where(rpc => rpc.StartsWith("/taushet.v1.", StringComparison.Ordinal))
            .ToHashSet();

    private static bool IsShut(RpcException? error) => error?.StatusCode switch
    {
        StatusCode.Unauthenticated => true,
        StatusCode.PermissionDenied => Details.Reason(error) == "CALLER_KIND",
        _ => false,
    };

    // An empty message fits every rpc, and what comes of it is not looked at: only whether the caller was let in.
    private static async Task<RpcException?> CallAsync(Issuers issuers, string rpc, Metadata headers)
    {
        var parts = rpc.Split('/');
        var method = new Method<byte[], byte[]>(MethodType.Unary, parts[1], parts[2], Bytes, Bytes);
        try
        {
            using var call = issuers.Gateway.Invoker.AsyncUnaryCall(
                method, null, new CallOptions(headers, deadline: DateTime.UtcNow.AddSeconds(20)), []);
            await call;
            return null;
        }
        catch (RpcException error)
        {
            return error;
        }
    }

    private static Metadata Role(Issuers issuers, params string[] roles) =>
        Issuers.Bearer(issuers.Entra.Employee(issuers.Now, Issuers.Oid, roles).Write());

    private static Metadata Proven(Issuers issuers, string rpc, string token) =>
        Issuers.Dpop(token, issuers.Proof(token, proof => proof.With("htu", Issuers.Origin + rpc)));
}
