using Google.Protobuf;
using Taushet.Cli.Tests.Support;
using Taushet.Cli.Trail.Verifying;
using Taushet.Client;
using Taushet.Core.Trail;
using Taushet.V1;

namespace Taushet.Cli.Tests.Trail;

/// <summary><c>audit verify --receipt</c> with every message that comes with a receipt.</summary>
public sealed class KeptMessageTests : IDisposable
{
    private static readonly Guid Id = new("01234567-89ab-cdef-0123-456789abcdef");

    private readonly TrailFolder folder = new();

    [Fact]
    public void Kinds_EveryMessageWithAReceipt_AreKnown() => ReceiptedMessage.All
        .Where(message => MessageKinds.Of([message]).Count == 0).Select(message => message.Name).ShouldBeEmpty("add its kinds of entry to MessageKinds");

    [Fact]
    public async Task Verify_EveryMessageWithAReceipt_HoldsAndSaysWhatIsProved()
    {
        var kept = Directory.CreateDirectory(folder.File("kept")).FullName;
        await using (var store = folder.OpenAsGateway())
        {
            foreach (var message in ReceiptedMessage.All.Where(one => one.Name == one.ReceiptedName))
            {
                var made = Made(message, await folder.ReceiptAsync(store.Audit, MessageKinds.Of([message]).First(), Id));
                await File.WriteAllBytesAsync(Path.Combine(kept, message.Name), made.ToByteArray());
                await File.WriteAllTextAsync(Path.Combine(kept, message.Name + ".json"), JsonFormatter.Default.Format(made));
            }
        }

        var told = await folder.RunAsync("audit", "verify", "--receipt", kept);

        told.Code.ShouldBe(0, told.Output + told.Errors);
        told.Output.ShouldContain(": by itself it proves that an entry was stored, and nothing of what the message says");
        foreach (var message in ReceiptedMessage.All.Where(one => one.Name == one.ReceiptedName))
        {
            var named = await folder.RunAsync(
                "audit", "verify", "--no-progress", "--message", message.Name, "--receipt", Path.Combine(kept, message.Name));
            named.Code.ShouldBe(0, named.Output + named.Errors);
            named.Output.ShouldContain($"1 receipt of {message.Name}: by itself it proves ");
        }
    }

    [Fact]
    public async Task Verify_AReceiptOfAnotherKindOrRequest_IsADefectThoughItHoldsByItself()
    {
        var (other, right) = (folder.File("other"), folder.File("right"));
        await using (var store = folder.OpenAsGateway())
        {
            var preview = new PreviewResponse { Receipt = await folder.ReceiptAsync(store.Audit, EntryKind.Request, Id), RequestId = Sent(Id) };
            var elsewhere = new PreviewResponse { Receipt = await folder.ReceiptAsync(store.Audit, EntryKind.Preview, Id), RequestId = Sent(Guid.NewGuid()) };
            var own = new PreviewResponse { Receipt = await folder.ReceiptAsync(store.Audit, EntryKind.Preview, Id), RequestId = Sent(Id) };
            await File.WriteAllBytesAsync(other, preview.ToByteArray());
            await File.WriteAllBytesAsync(other + "2", elsewhere.ToByteArray());
            await File.WriteAllBytesAsync(right, own.ToByteArray());
        }

        var told = await folder.RunAsync("audit", "verify", "--receipt", other, other + "2", right);

        told.Code.ShouldBe(1);
        told.Lines.ShouldContain(line => line.Contains($"receipt {other}: it proves entry 0 ", StringComparison.Ordinal) && line.EndsWith("of another kind or request than what it came with"));
        told.Lines.ShouldContain(line => line.Contains($"receipt {other}2: it proves entry 1 ", StringComparison.Ordinal));
        told.Lines[^1].ShouldContain("2 defects");
        (await folder.RunAsync("audit", "verify", "--receipt", right)).Code.ShouldBe(0);
    }

    [Fact]
    public async Task Verify_AFileThatTellsNotWhatItIs_IsADefectUntilItIsNamed()
    {
        var (rubbish, newer) = (folder.File("rubbish"), folder.File("newer"));
        await using (var store = folder.OpenAsGateway())
        {
            var answer = new PreviewResponse { Receipt = await folder.ReceiptAsync(store.Audit, EntryKind.Preview, Id) };
            await File.WriteAllBytesAsync(newer, [.. answer.ToByteArray(), 0xC2, 0xB8, 0x02, 0x01, 0x01]);
            await File.WriteAllBytesAsync(rubbish, [1, 2, 3]);
        }

        (await folder.RunAsync("audit", "verify", "--receipt", rubbish)).Lines
            .ShouldContain(line => line.StartsWith($"receipt {rubbish}: not checked. It is no message with a receipt", StringComparison.Ordinal));
        (await folder.RunAsync("audit", "verify", "--receipt", rubbish, "--message", "PreviewResponse")).Lines
            .ShouldContain($"receipt {rubbish}: does not hold. The bytes are no answer of this contract.");
        var named = await folder.RunAsync("audit", "verify", "--receipt", newer, "--message", "PreviewResponse");
        named.Code.ShouldBe(1);
        named.Output.ShouldContain("it is another message, or of a newer contract");
        (await folder.RunAsync("audit", "verify", "--receipt", newer, "--message", "Nothing"))
            .ShouldBeAFault("no message of that name comes with a receipt", "--message Nothing");
    }

    public void Dispose() => folder.Dispose();

    private static ByteString Sent(Guid id) => ByteString.CopyFrom(id.ToByteArray(bigEndian: true));

    private static IMessage Made(ReceiptedMessage message, Receipt receipt)
    {
        var type = typeof(Receipt).Assembly.GetType("Taushet.V1." + message.Name.Split('.')[^1]).ShouldNotBeNull();
        var made = (IMessage)Activator.CreateInstance(type)!;
        made.Descriptor.FindFieldByName("receipt").Accessor.SetValue(made, receipt);
        made.Descriptor.FindFieldByName("request_id")?.Accessor.SetValue(made, Sent(Id));
        return made;
    }
}
