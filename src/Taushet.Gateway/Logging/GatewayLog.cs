namespace Taushet.Gateway.Logging;

/// <summary>Every line the gateway logs.</summary>
/// <remarks>
/// INVARIANT: no national identity number, name or value stands in a log line. Parameters are codes, ids and counts.
/// Event ids: 1xx host, 2xx identify, 3xx request, 4xx fetch, 5xx audit, 6xx the trail's readers. Never reused.
/// </remarks>
internal static partial class GatewayLog
{
    [LoggerMessage(101, LogLevel.Information, "Gateway started at {Address} with rule book {PolicyHash}")]
    public static partial void Started(this ILogger logger, string address, string policyHash);

    [LoggerMessage(102, LogLevel.Information, "Gateway stops: running calls get {Grace} to finish")]
    public static partial void Stopping(this ILogger logger, TimeSpan grace);

    [LoggerMessage(103, LogLevel.Information, "Gateway stopped: nothing is queued for the store")]
    public static partial void Drained(this ILogger logger);

    [LoggerMessage(104, LogLevel.Warning, "Tokens of the development issuer are accepted")]
    public static partial void DevelopmentIssuerAccepted(this ILogger logger);

    [LoggerMessage(105, LogLevel.Information, "Health is {Status}")]
    public static partial void Health(this ILogger logger, string status);

    [LoggerMessage(110, LogLevel.Information, "The serving certificate was renewed; it ends at {NotAfter}")]
    public static partial void CertificateRenewed(this ILogger logger, DateTime notAfter);

    [LoggerMessage(111, LogLevel.Error, "The serving certificate's file changed and cannot be read: {Fault}; the former one is in use")]
    public static partial void CertificateUnreadable(this ILogger logger, string fault);

    [LoggerMessage(201, LogLevel.Information, "Attempt of kind {Kind} at {Rpc}: {Count} so far")]
    public static partial void Attempted(this ILogger logger, string kind, string rpc, long count);

    [LoggerMessage(202, LogLevel.Warning, "Keys of issuer {Issuer} could not be read: {Fault}")]
    public static partial void KeysUnreadable(this ILogger logger, string issuer, string fault);

    [LoggerMessage(203, LogLevel.Warning, "A token of issuer {Issuer} was refused: {Fault}, {Count} so far")]
    public static partial void TokenRefused(this ILogger logger, string issuer, string fault, long count);

    [LoggerMessage(701, LogLevel.Information, "The policy set {Hash} is in use now")]
    public static partial void PoliciesReloaded(this ILogger logger, string hash);

    [LoggerMessage(702, LogLevel.Error, "The changed policy folder was refused, and the policy set {Hash} stays in use: {Faults}")]
    public static partial void PoliciesRefused(this ILogger logger, string hash, string faults);

    [LoggerMessage(301, LogLevel.Error, "Request {RequestId} met a fault of type {Fault} at {Place}")]
    public static partial void Faulted(this ILogger logger, Guid requestId, string fault, string place);

    [LoggerMessage(302, LogLevel.Warning, "Request {RequestId}: the gateway's own facts could not be read")]
    public static partial void FactsUnreadable(this ILogger logger, Guid requestId);

    [LoggerMessage(303, LogLevel.Warning, "Request {RequestId}: facts changed under every decision")]
    public static partial void FactsKeptChanging(this ILogger logger, Guid requestId);

    [LoggerMessage(304, LogLevel.Warning, "Request {RequestId} was answered but not put into an inbox: {Result}")]
    public static partial void NotPutAside(this ILogger logger, Guid requestId, string result);

    [LoggerMessage(305, LogLevel.Warning, "Overdue requests could not be marked: {Fault}")]
    public static partial void SweepFailed(this ILogger logger, string fault);

    [LoggerMessage(401, LogLevel.Warning, "Request {RequestId}: the source of holder {Holder} answered {Result}")]
    public static partial void SourceFailed(this ILogger logger, Guid requestId, string holder, string result);

    [LoggerMessage(402, LogLevel.Warning, "Request {RequestId}: the source of holder {Holder} sent {Count} leaves or fields that were not permitted; dropped")]
    public static partial void SourceTooGenerous(this ILogger logger, Guid requestId, string holder, int count);

    [LoggerMessage(403, LogLevel.Warning, "Request {RequestId}: a human at holder {Holder} must give by hand, now, what its entry says")]
    public static partial void OwedByHand(this ILogger logger, Guid requestId, string holder);

    [LoggerMessage(404, LogLevel.Warning, "Altinn did not tell what a system user may do: {Fault}; its calls end")]
    public static partial void RightsNotTold(this ILogger logger, string fault);

    [LoggerMessage(501, LogLevel.Error, "Request {RequestId}: the entry could not be stored; nothing was released")]
    public static partial void EntryNotStored(this ILogger logger, Guid requestId);

    [LoggerMessage(503, LogLevel.Error, "The store failed at {Operation} with {Fault}, code {Code}")]
    public static partial void StoreFaulted(this ILogger logger, string operation, string fault, int code);

    [LoggerMessage(504, LogLevel.Critical, "{Loss}: the log has lost entries, and nothing is written or released; look with 'taushet audit verify', begin a new log with 'taushet audit resume --new-log'")]
    public static partial void RolledBack(this ILogger logger, string loss);

    [LoggerMessage(502, LogLevel.Warning, "Request {RequestId}: the store's queue is full")]
    public static partial void StoreFull(this ILogger logger, Guid requestId);

    [LoggerMessage(801, LogLevel.Warning, "What was delivered long ago could not be forgotten: {Fault}; it is tried again")]
    public static partial void ForgettingFailed(this ILogger logger, string fault);

    [LoggerMessage(701, LogLevel.Information, "{Count} consents that have ended were marked")]
    public static partial void WishesMarked(this ILogger logger, int count);

    [LoggerMessage(702, LogLevel.Warning, "Consents that have ended could not be marked: {Fault}; it is tried again")]
    public static partial void MarkingFailed(this ILogger logger, string fault);

    [LoggerMessage(601, LogLevel.Warning, "The index of the trail could not be filled: {Fault}; it is tried again")]
    public static partial void IndexFailed(this ILogger logger, string fault);

    [LoggerMessage(602, LogLevel.Warning, "The index of the trail is {Behind} entries behind")]
    public static partial void IndexBehind(this ILogger logger, long behind);
}
