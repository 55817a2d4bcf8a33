using Taushet.Gateway.Errors;
using Taushet.Gateway.Holder;
using Taushet.Gateway.Receive;
using Taushet.V1;

namespace Taushet.Gateway.ByHand;

/// <summary>Finds every violation of how a task is said to have ended.</summary>
internal static class HandTaskCheck
{
    // Clocks differ a little.
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(1);

    /// <summary>Checks the end of a task.</summary>
    public static void End(HandTaskEnd? end, DateTimeOffset now, FieldFaults faults)
    {
        StandingDecisionCheck.Employee(end?.By, "end.by", faults);
        var stated = end ?? new HandTaskEnd();
        if (stated.At is null || !IsTime(stated.At) || stated.At.ToDateTimeOffset() > now + Ahead)
        {
            faults.Add("end.at", "is required, and must not be ahead");
        }

        switch (stated.Result)
        {
            case HandTaskResult.Given:
                Channel(stated.Channel, faults);
                TextCheck.Check(stated.Reason, "end.reason", faults);
                break;
            case HandTaskResult.NotOwed:
                StandingDecisionCheck.Reason(stated.Reason, "end.reason", faults);
                break;
            default:
                faults.Add("end.result", "must be given, or not owed with its reason");
                break;
        }
    }

    private static void Channel(HandTaskChannel channel, FieldFaults faults)
    {
        if (channel is not (HandTaskChannel.Telephone or HandTaskChannel.InPerson or HandTaskChannel.Paper))
        {
            faults.Add("end.channel", "is required: how it was given");
        }
    }

    private static bool IsTime(Google.Protobuf.WellKnownTypes.Timestamp time) =>
        time is { Nanos: >= 0 and < 1_000_000_000, Seconds: > 0 and < 253_402_300_800 };
}
