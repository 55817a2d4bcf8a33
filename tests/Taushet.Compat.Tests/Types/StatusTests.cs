using Grpc.Core;

namespace Taushet.Compat.Tests.Types;

public sealed class StatusTests
{
    private static readonly InvalidOperationException Cause = new("why");

    [Fact]
    public void ToString_WithoutCause_TellsCodeAndDetail() =>
        new Status(StatusCode.NotFound, "no").ToString().ShouldBe("Status(StatusCode=\"NotFound\", Detail=\"no\")");

    [Fact]
    public void ToString_WithCause_TellsTheCause() =>
        new Status(StatusCode.Internal, "no", Cause).ToString().ShouldBe(
            "Status(StatusCode=\"Internal\", Detail=\"no\", DebugException=\"System.InvalidOperationException: why\")");

    [Fact]
    public void Defaults_HaveEmptyDetail()
    {
        Status.DefaultSuccess.ShouldBe(new Status(StatusCode.OK, ""));
        Status.DefaultCancelled.ShouldBe(new Status(StatusCode.Cancelled, ""));
        default(Status).StatusCode.ShouldBe(StatusCode.OK);
    }

    [Fact]
    public void StatusCode_Members_AreNumberedAsOnTheWire()
    {
        Enum.GetValues<StatusCode>().Select(code => (int)code).ShouldBe(Enumerable.Range(0, 17));
        ((int)StatusCode.Unauthenticated).ShouldBe(16);
        ((int)StatusCode.Unavailable).ShouldBe(14);
        ((int)StatusCode.PermissionDenied).ShouldBe(7);
    }

    [Fact]
    public void RpcException_OfStatus_TellsIt()
    {
        var status = new Status(StatusCode.Aborted, "no", Cause);
        var exception = new RpcException(status);

        exception.Status.ShouldBe(status);
        exception.StatusCode.ShouldBe(StatusCode.Aborted);
        exception.Message.ShouldBe(status.ToString());
        exception.InnerException.ShouldBe(Cause);
        exception.Trailers.ShouldBeEmpty();
    }

    [Fact]
    public void RpcException_WithMessageAndTrailers_KeepsThem()
    {
        var trailers = new Metadata { { "a", "1" } };

        new RpcException(Status.DefaultCancelled, trailers).Trailers.ShouldBe(trailers);
        new RpcException(Status.DefaultCancelled, "text").Message.ShouldBe("text");
        new RpcException(Status.DefaultCancelled, trailers, "text").Message.ShouldBe("text");
        Should.Throw<ArgumentNullException>(() => new RpcException(Status.DefaultCancelled, (Metadata)null!));
    }
}
