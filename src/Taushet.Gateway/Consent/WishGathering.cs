using System.Collections.Immutable;
using Taushet.Core.Requests;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Storage.Ports;

namespace Taushet.Gateway.Consent;

/// <summary>Reads a child's wishes, and the facts they are judged by.</summary>
internal sealed class WishGathering(IFactStore facts, IWishStore wishes, GatewayOptions options)
{
    /// <summary>
    /// Reads both, the facts first: what comes between makes the wishes newer than the versions, and whatever is then stored
    /// is refused and judged anew.
    /// </summary>
    /// <exception cref="Grpc.Core.RpcException">UNAVAILABLE, for every caller alike, when the store cannot be read.</exception>
    public async Task<ReadWishes> ReadAsync(Call call, SubjectKey subject, PartyRef acting)
    {
        var query = new GatherQuery(subject, acting, acting, call.Instant, call.LawDate, options.RegistryMaxAge);
        var gathered = await facts.ReadAsync(query, call.Cancellation) ?? throw CannotGather(call);
        var records = await wishes.OfSubjectAsync(subject, call.Cancellation) ?? throw CannotGather(call);
        return new ReadWishes(gathered, records);
    }

    /// <summary>What a wish would be after one more event.</summary>
    /// <exception cref="Grpc.Core.RpcException">UNAVAILABLE when the store cannot be read.</exception>
    public async Task<WishRecord> AfterAsync(Call call, WishRecord before, WishEvent next) =>
        await wishes.AfterAsync(before, next, call.Cancellation) ?? throw CannotGather(call);

    /// <summary>What a caller is told when the registers cannot be read, or keep changing.</summary>
    public Grpc.Core.RpcException CannotGather(Call call) =>
        Refusals.CannotGather(call.RequestId, options.GatewayRetry, duty: false);
}

/// <summary>A child's wishes and the facts they are judged by.</summary>
/// <param name="Gathered">The facts, with their versions.</param>
/// <param name="Records">Every wish, oldest first.</param>
internal sealed record ReadWishes(Gathered Gathered, ImmutableArray<WishRecord> Records)
{
    /// <summary>The wish with an id, or null.</summary>
    public WishRecord? Find(Guid id) => Records.FirstOrDefault(record => record.Id == id);
}
