using Grpc.Core;
using Taushet.Gateway.Receive;
using Taushet.V1;

namespace Taushet.Gateway.Consent;

/// <summary>The service of consents, objections and secrecies on the wire. Hands each call to its flow.</summary>
internal sealed class ConsentService(Reception reception, WishChangeFlow changes, WishReadFlow reading, LapsingFlow lapsing)
    : V1.ConsentService.ConsentServiceBase
{
    /// <inheritdoc/>
    public override Task<RecordWishResponse> RecordWish(RecordWishRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(
            request.RequestId, context, (call, faults) => changes.RecordAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<ConfirmWishResponse> ConfirmWish(ConfirmWishRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(
            request.RequestId, context, (call, faults) => changes.ConfirmAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<WithdrawWishResponse> WithdrawWish(WithdrawWishRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(
            request.RequestId, context, (call, faults) => changes.WithdrawAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<ReplaceWishResponse> ReplaceWish(ReplaceWishRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(
            request.RequestId, context, (call, faults) => changes.ReplaceAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<RenewWishResponse> RenewWish(RenewWishRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(
            request.RequestId, context, (call, faults) => changes.RenewAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<GetWishResponse> GetWish(GetWishRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(
            request.RequestId, context, (call, faults) => reading.GetAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<ListWishesResponse> ListWishes(ListWishesRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(
            request.RequestId, context, (call, faults) => reading.ListAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<ListLapsingWishesResponse> ListLapsingWishes(
        ListLapsingWishesRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(context, (call, faults) => lapsing.ListAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<CheckConsentResponse> CheckConsent(CheckConsentRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(
            request.RequestId, context, (call, faults) => reading.CheckAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<SummariseWishResponse> SummariseWish(SummariseWishRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(
            request.RequestId, context, (call, faults) => reading.SummariseAsync(call, context.Method, request, faults));
}
