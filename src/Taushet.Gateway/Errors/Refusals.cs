using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using RpcStatus = Google.Rpc.Status;

namespace Taushet.Gateway.Errors;

/// <summary>The errors of the front as they go on the wire: a code, a fixed text and google.rpc details, never a value.</summary>
internal static class Refusals
{
    /// <summary>The trailer that carries google.rpc.Status.</summary>
    public const string DetailsTrailer = "grpc-status-details-bin";

    /// <summary>What a push under a duty is told when the entry cannot be stored.</summary>
    public const string TelephoneRoute =
        "The gateway cannot store the entry now. " + CallNow;

    private const string CallNow = "A duty does not wait: call barnevernvakten 116 111; in an emergency call the police 112.";

    /// <summary>What a caller without a valid token is told.</summary>
    public const string NoValidToken = "No valid token.";

    private const string Domain = "taushet";

    /// <summary>The call is malformed.</summary>
    public static RpcException Malformed(Guid requestId, FieldFaults faults) =>
        Make(
            StatusCode.InvalidArgument,
            "The request does not hold; see the field violations.",
            "INVALID_REQUEST",
            requestId,
            new BadRequest { FieldViolations = { faults.Found } });

    /// <summary>The message itself cannot be read, so that nothing in it can be named.</summary>
    public static RpcException Unreadable(Guid requestId) =>
        Make(StatusCode.InvalidArgument, "The message is no well-formed protobuf.", "UNREADABLE", requestId, new BadRequest());

    /// <summary>The token has expired. Like that of a call without a valid token, the error has no details.</summary>
    public static RpcException NoToken() => new(new Grpc.Core.Status(StatusCode.Unauthenticated, NoValidToken));

    /// <summary>The token of a stream has come to its end: what was taken before is answered, and stands.</summary>
    public static RpcException TokenEnded() =>
        new(new Grpc.Core.Status(
            StatusCode.Unauthenticated,
            "The token of this stream holds no more: get a new one and call again. What was answered on this stream stands."));

    /// <summary>Whether a proof was used before cannot be told now: come back with a new one.</summary>
    public static RpcException ProofNotChecked() =>
        new(new Grpc.Core.Status(StatusCode.Unavailable, "The proof cannot be checked now; try again with a new one."));

    /// <summary>The caller may not act as this party.</summary>
    public static RpcException NotAllowed(Guid requestId) =>
        Make(StatusCode.PermissionDenied, "The caller's organisation has not registered this service.", "NOT_REGISTERED", requestId);

    /// <summary>The token is for another child or unit than the call is about.</summary>
    public static RpcException TokenForOther(Guid requestId) =>
        Make(
            StatusCode.PermissionDenied,
            "The token, or the attest in it, is not for this child or this unit; get one that is.",
            "TOKEN_FOR_OTHER",
            requestId);

    /// <summary>The person who answers for the call must be proven for the fields that are named.</summary>
    public static RpcException PersonNotProven(Guid requestId, FieldFaults faults) =>
        Make(
            StatusCode.PermissionDenied,
            "Some fields need a proven person: call with the user's token, or send it in taushet-person-token.",
            "PERSON_NOT_PROVEN",
            requestId,
            new BadRequest { FieldViolations = { faults.Found } });

    /// <summary>The rpc is not for this kind of caller.</summary>
    public static RpcException NotForCaller(Guid requestId) =>
        Make(StatusCode.PermissionDenied, "The rpc is not open to this kind of caller.", "CALLER_KIND", requestId);

    /// <summary>The caller's organisation has no such thing.</summary>
    public static RpcException NotFound(Guid requestId) =>
        Make(StatusCode.NotFound, "The organisation has nothing under this id.", "NOT_FOUND", requestId);

    /// <summary>The receiver of a disclosure is not there to read it.</summary>
    public static RpcException NoSuchReceiver(Guid requestId, bool duty) =>
        Make(
            StatusCode.FailedPrecondition,
            duty ? $"The receiver has not registered this service. {CallNow}" : "The receiver has not registered this service.",
            "NO_SUCH_RECEIVER",
            requestId);

    /// <summary>The sender has another disclosure of the same id.</summary>
    public static RpcException OtherOfThisId(Guid requestId) =>
        Make(
            StatusCode.AlreadyExists,
            "The sender has submitted another disclosure under this id: write this one under an id of its own.",
            "OTHER_OF_THIS_ID",
            requestId);

    /// <summary>The caller is no administrator of this gateway, or not by a proven person.</summary>
    public static RpcException NotAdministrator(Guid requestId) =>
        Make(
            StatusCode.PermissionDenied,
            "The person is not proven, or is none of this gateway's administrators.",
            "NOT_ADMINISTRATOR",
            requestId);

    /// <summary>Who proposed a change cannot confirm it.</summary>
    public static RpcException SecondPerson(Guid requestId) =>
        Make(
            StatusCode.PermissionDenied,
            "The same person has proposed it: another administrator must confirm.",
            "SECOND_PERSON",
            requestId);

    /// <summary>The organisation registry warns of something that was not accepted.</summary>
    public static RpcException WarningsNotAccepted(Guid requestId, IEnumerable<string> warnings)
    {
        var missing = warnings.Select(code => new BadRequest.Types.FieldViolation { Field = "accepted_warnings", Description = code });
        return Make(
            StatusCode.FailedPrecondition,
            "The organisation registry says something else: look at the warnings, and confirm with them if it is right all the same.",
            "WARNINGS",
            requestId,
            new BadRequest { FieldViolations = { missing } });
    }

    /// <summary>There is no proposal under this id.</summary>
    public static RpcException NoProposal(Guid requestId) =>
        Make(StatusCode.NotFound, "There is no proposal under this id.", "NOT_FOUND", requestId);

    /// <summary>Nothing is registered under this key, or nothing that could still end.</summary>
    public static RpcException NothingRegistered(Guid requestId) =>
        Make(StatusCode.NotFound, "Nothing is registered there.", "NOT_FOUND", requestId);

    /// <summary>It has ended for good.</summary>
    public static RpcException Ended(Guid requestId) =>
        Make(StatusCode.FailedPrecondition, "It has ended for good: record a new one.", "ENDED", requestId);

    /// <summary>Everything that would be destroyed is under a legal hold.</summary>
    public static RpcException Held(Guid requestId) =>
        Make(StatusCode.FailedPrecondition, "A legal hold keeps all of it: have it lifted first.", "LEGAL_HOLD", requestId);

    /// <summary>Who confirms is who ordered.</summary>
    public static RpcException SamePerson(Guid requestId) =>
        Make(StatusCode.FailedPrecondition, "Another person than who ordered it must confirm it.", "SAME_PERSON", requestId);

    /// <summary>It was done already.</summary>
    public static RpcException DoneAlready(Guid requestId) =>
        Make(StatusCode.FailedPrecondition, "It was done already: read how it stands.", "DONE_ALREADY", requestId);

    /// <summary>The step has been recorded with another day or outcome.</summary>
    public static RpcException RecordedOtherwise(Guid requestId) =>
        Make(
            StatusCode.FailedPrecondition,
            "The step has been recorded with another day or outcome, and never changes: list the report's deadlines to see which.",
            "RECORDED_OTHERWISE",
            requestId);

    /// <summary>The step does not follow what was recorded.</summary>
    public static RpcException OutOfOrder(Guid requestId) =>
        Make(
            StatusCode.FailedPrecondition,
            "The step does not follow what was recorded of the report: record first that an investigation was opened, in the order of the days.",
            "OUT_OF_ORDER",
            requestId);

    /// <summary>The wish names the caller neither as holder nor as receiver, and the caller is no recorder for others.</summary>
    public static RpcException NotNamed(Guid requestId) =>
        Make(StatusCode.PermissionDenied, "The wish does not name the caller's organisation.", "NOT_NAMED", requestId);

    /// <summary>Somebody else wrote first: the caller has not seen the newest version.</summary>
    public static RpcException Conflict(Guid requestId) =>
        Make(StatusCode.Aborted, "It has another version than the caller has seen: read it again.", "VERSION_CONFLICT", requestId);

    /// <summary>The caller may not read the log of this party.</summary>
    public static RpcException NotOwnLog(Guid requestId) =>
        Make(StatusCode.PermissionDenied, "The token is of another organisation than the party whose log is read.", "NOT_OWN_LOG", requestId);

    /// <summary>The index was filled anew under a walk through it.</summary>
    public static RpcException IndexRebuilt(Guid requestId) =>
        Make(StatusCode.Aborted, "The index was filled anew: begin the search again, without a page token.", "INDEX_REBUILT", requestId);

    /// <summary>The trail cannot be read.</summary>
    public static RpcException CannotRead(Guid requestId, TimeSpan retry) =>
        Make(StatusCode.Unavailable, "The trail cannot be read now.", "CANNOT_READ", requestId, Retry(retry));

    /// <summary>The gateway's own facts cannot be read or kept changing; the same for every caller.</summary>
    public static RpcException CannotGather(Guid requestId, TimeSpan retry, bool duty) =>
        Make(StatusCode.Unavailable, Text(duty, "The gateway cannot decide now."), "CANNOT_DECIDE", requestId, Retry(retry));

    /// <summary>The entry is not durable: nothing is released.</summary>
    public static RpcException NotStored(Guid requestId, TimeSpan retry, bool duty) =>
        Make(StatusCode.Unavailable, Text(duty, "The gateway cannot store the entry now."), "CANNOT_STORE", requestId, Retry(retry));

    /// <summary>The store's queue is full.</summary>
    public static RpcException Full(Guid requestId, TimeSpan retry, bool duty) =>
        Make(StatusCode.ResourceExhausted, Text(duty, "The gateway is full."), "FULL", requestId, Retry(retry));

    /// <summary>The caller asks for more than one caller may.</summary>
    public static RpcException CallerLimit(Guid requestId, TimeSpan retry, bool duty) =>
        Make(StatusCode.ResourceExhausted, Text(duty, "The caller asks for too much at a time."), "CALLER_LIMIT", requestId, Retry(retry));

    /// <summary>The stream holds more than one may.</summary>
    public static RpcException TooMany(Guid requestId, int atMost) =>
        Make(StatusCode.ResourceExhausted, $"A stream takes at most {atMost} messages.", "TOO_MANY", requestId);

    /// <summary>The gateway stops: what has been read is answered, the rest of the stream is for another call.</summary>
    public static RpcException Stopping(Guid requestId, TimeSpan retry) =>
        Make(StatusCode.Unavailable, "The gateway stops.", "STOPPING", requestId, Retry(retry));

    /// <summary>The deadline passed.</summary>
    public static RpcException TooLate(Guid requestId, bool duty) =>
        Make(StatusCode.DeadlineExceeded, Text(duty, "The deadline passed."), "DEADLINE", requestId);

    /// <summary>A fault of the gateway.</summary>
    public static RpcException Fault(Guid requestId) =>
        Make(StatusCode.Internal, $"A fault of the gateway. Request id {requestId:N}.", "FAULT", requestId);

    /// <summary>An error in the form it has as a message: with the very details its trailer carries.</summary>
    public static RpcStatus StatusOf(RpcException error) =>
        error.Trailers.GetValueBytes(DetailsTrailer) is { } details
            ? RpcStatus.Parser.ParseFrom(details)
            : new RpcStatus { Code = (int)error.StatusCode, Message = error.Status.Detail };

    private static string Text(bool duty, string otherwise) => duty ? TelephoneRoute : otherwise;

    private static RetryInfo Retry(TimeSpan after) => new() { RetryDelay = Duration.FromTimeSpan(after) };

    private static RpcException Make(StatusCode code, string text, string reason, Guid requestId, IMessage? detail = null)
    {
        var status = new RpcStatus { Code = (int)code, Message = text };
        if (detail is not null)
        {
            status.Details.Add(Any.Pack(detail));
        }

        status.Details.Add(Any.Pack(new ErrorInfo { Reason = reason, Domain = Domain }));
        status.Details.Add(Any.Pack(new RequestInfo { RequestId = requestId.ToString("N") }));
        return new RpcException(new Grpc.Core.Status(code, text), new Metadata { { DetailsTrailer, status.ToByteArray() } });
    }
}
