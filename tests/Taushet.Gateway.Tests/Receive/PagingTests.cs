using Google.Protobuf;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Release;

namespace Taushet.Gateway.Tests.Receive;

public sealed class PagingTests
{
    private readonly FieldFaults faults = new();

    [Theory]
    [InlineData(0u, 50)]
    [InlineData(1u, 1)]
    [InlineData(200u, 200)]
    public void Size_WithinTheLimit_IsWhatIsAskedForOrTheUsual(uint asked, int expected)
    {
        Paging.Size(asked, faults).ShouldBe(expected);

        faults.Any.ShouldBeFalse();
    }

    [Fact]
    public void Size_TooLarge_IsAFaultThatTellsTheLimit()
    {
        Paging.Size(uint.MaxValue, faults);
        Paging.Size(101, faults, largest: 100);

        faults.Found.Select(fault => (fault.Field, fault.Description)).ShouldBe(
            [("page_size", "may be at most 200"), ("page_size", "may be at most 100")]);
    }

    [Fact]
    public void After_TokenOfAnId_IsThatIdAndNothingBegins()
    {
        var id = Guid.NewGuid();

        Paging.After(WireIds.Of(id), faults).ShouldBe(id);
        Paging.After(ByteString.Empty, faults).ShouldBe(Guid.Empty);

        faults.Any.ShouldBeFalse();
    }

    [Fact]
    public void AfterPlace_TokenOfAPlace_IsThatPlaceAndNothingBegins()
    {
        var (time, id) = (DateTimeOffset.UnixEpoch.AddDays(20_000), Guid.NewGuid());

        Paging.AfterPlace(PlaceToken.Of(time, id), faults).ShouldBe((time, id));
        Paging.AfterPlace(ByteString.Empty, faults).ShouldBe((DateTimeOffset.UnixEpoch, Guid.Empty));

        faults.Any.ShouldBeFalse();
    }

    [Theory]
    [InlineData(byte.MinValue)]
    [InlineData(byte.MaxValue)]
    public void AfterPlace_TokenThatWasMadeUp_IsWithinAClocksRange(byte all)
    {
        Paging.AfterPlace(ByteString.CopyFrom([.. Enumerable.Repeat(all, 24)]), faults);

        faults.Any.ShouldBeFalse();
    }

    [Fact]
    public void After_TokenOfAnotherLength_IsAFaultAndBegins()
    {
        Paging.After(ByteString.CopyFrom(1), faults).ShouldBe(Guid.Empty);
        Paging.AfterPlace(ByteString.CopyFrom(1), faults).Id.ShouldBe(Guid.Empty);

        faults.Found.Select(fault => fault.Field).ShouldBe(["page_token", "page_token"]);
    }
}
