using System.Buffers.Binary;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Taushet.Gateway.Tests.Support;

/// <summary>One HTTP/2 connection written frame by frame: it sends what no library would, whatever the server has said it takes.</summary>
internal sealed class RawConnection : IDisposable
{
    private const int FrameHead = 9;
    private const int MostInFrame = 16_384;
    private const byte Data = 0;
    private const byte Headers = 1;
    private const byte ResetStream = 3;
    private const byte Settings = 4;
    private const byte GoAway = 7;
    private const byte Continuation = 9;
    private const byte EndStream = 1;
    private const byte EndHeaders = 4;
    private readonly TcpClient client = new() { NoDelay = true };
    private int nextStream = 1;

    private Stream Wire => client.GetStream();

    public static async Task<RawConnection> OpenAsync(Uri address)
    {
        var connection = new RawConnection();
        await connection.client.ConnectAsync(address.Host, address.Port);
        await connection.Wire.WriteAsync("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8.ToArray());

        // No table of headers (setting 1), so that every answer tells its status in full.
        await connection.FrameAsync(Settings, 0, 0, [0, 1, 0, 0, 0, 0]);
        return connection;
    }

    /// <summary>Sends one call and waits for the head of its answer.</summary>
    /// <returns>The HTTP status; null when the server closed the connection.</returns>
    public async Task<int?> SendAsync(string path, IEnumerable<(string Name, string Value)> headers, byte[] body)
    {
        var stream = nextStream;
        nextStream += 2;
        try
        {
            await HeadAsync(stream, [(":method", "POST"), (":scheme", "http"), (":path", path), (":authority", "localhost"), .. headers]);
            await FrameAsync(Data, EndStream, stream, body);
            return await StatusAsync(stream);
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => client.Dispose();

    private async Task HeadAsync(int stream, IEnumerable<(string Name, string Value)> headers)
    {
        var block = headers.SelectMany(header => Literal(header.Name, header.Value)).ToArray();
        for (var place = 0; place == 0 || place < block.Length; place += MostInFrame)
        {
            var part = block.AsMemory(place, Math.Min(MostInFrame, block.Length - place)).ToArray();
            var last = place + MostInFrame >= block.Length;
            await FrameAsync(place == 0 ? Headers : Continuation, last ? EndHeaders : (byte)0, stream, part);
        }
    }

    private async Task<int?> StatusAsync(int stream)
    {
        var head = new byte[FrameHead];
        while (true)
        {
            await Wire.ReadExactlyAsync(head);
            var payload = new byte[(head[0] << 16) | (head[1] << 8) | head[2]];
            await Wire.ReadExactlyAsync(payload);
            var of = BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(5)) & int.MaxValue;
            switch (head[3])
            {
                case GoAway:
                    return null;
                case Headers when of == stream:
                    return Status(payload);
                case ResetStream when of == stream:
                    throw new InvalidOperationException("The stream was reset before it was answered.");
                case Settings when (head[4] & 1) == 0:
                    await FrameAsync(Settings, 1, 0, []);
                    break;
            }
        }
    }

    // 8 is the place of :status 200 among the names that everybody knows; another status follows it in full.
    private static int Status(byte[] block)
    {
        var place = 0;
        while ((block[place] & 0xe0) == 0x20)
        {
            place++;
        }

        return block[place] == 0x88 ? 200 : int.Parse(Encoding.ASCII.GetString(block, place + 2, 3), CultureInfo.InvariantCulture);
    }

    private async Task FrameAsync(byte type, byte flags, int stream, byte[] payload)
    {
        var frame = new byte[FrameHead + payload.Length];
        (frame[0], frame[1], frame[2]) = ((byte)(payload.Length >> 16), (byte)(payload.Length >> 8), (byte)payload.Length);
        (frame[3], frame[4]) = (type, flags);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), stream);
        payload.CopyTo(frame, FrameHead);
        await Wire.WriteAsync(frame);
    }

    private static IEnumerable<byte> Literal(string name, string value) =>
        [0, .. Length(name.Length), .. Encoding.ASCII.GetBytes(name), .. Length(value.Length), .. Encoding.ASCII.GetBytes(value)];

    // RFC 7541, 5.1: an integer with a prefix of 7 bits.
    private static IEnumerable<byte> Length(int length)
    {
        if (length < 127)
        {
            yield return (byte)length;
            yield break;
        }

        yield return 127;
        for (length -= 127; length >= 128; length >>= 7)
        {
            yield return (byte)((length & 127) | 128);
        }

        yield return (byte)length;
    }
}
