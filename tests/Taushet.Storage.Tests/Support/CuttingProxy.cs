using System.Net;
using System.Net.Sockets;
using Microsoft.Data.SqlClient;

namespace Taushet.Storage.Tests.Support;

/// <summary>Stands between a client and the test server, and cuts the connections when it is told to.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private const int DefaultPort = 1433;

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly (string Host, int Port) server;
    private readonly Task accepting;
    private CancellationTokenSource cut = new();
    private volatile bool answersAreCut;

    private CuttingProxy(string connectionString)
    {
        var text = new SqlConnectionStringBuilder(connectionString);
        var name = text.DataSource.Split(':')[^1].Split(',');
        server = (name[0], name.Length > 1 ? int.Parse(name[1]) : DefaultPort);
        listener.Start();
        text.DataSource = $"127.0.0.1,{((IPEndPoint)listener.LocalEndpoint).Port}";
        ConnectionString = text.ConnectionString;
        accepting = AcceptAsync();
    }

    /// <summary>The same database, by way of the proxy.</summary>
    public string ConnectionString { get; }

    /// <summary>Opens a proxy before the server of a connection string.</summary>
    public static CuttingProxy Before(string connectionString) => new(connectionString);

    /// <summary>Cuts every connection that is open; later ones work.</summary>
    public void Cut() => Interlocked.Exchange(ref cut, new CancellationTokenSource()).Cancel();

    /// <summary>Lets the next message through to the server, and cuts its connection instead of bringing the answer.</summary>
    public void CutTheNextAnswer() => answersAreCut = true;

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Stop();
        Cut();
        await accepting;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = CarryAsync(await listener.AcceptTcpClientAsync(closing.Token), cut);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException)
        {
            // The proxy closes.
        }
    }

    private async Task CarryAsync(TcpClient client, CancellationTokenSource until)
    {
        using (client)
        {
            using var upstream = new TcpClient();
            await upstream.ConnectAsync(server.Host, server.Port);
            var there = CopyAsync(client.GetStream(), upstream.GetStream(), answers: false, until);
            var back = CopyAsync(upstream.GetStream(), client.GetStream(), answers: true, until);
            await Task.WhenAny(there, back);
        }
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to, bool answers, CancellationTokenSource until)
    {
        var bytes = new byte[65536];
        try
        {
            int count;
            while ((count = await from.ReadAsync(bytes, until.Token)) > 0 && !(answers && answersAreCut))
            {
                await to.WriteAsync(bytes.AsMemory(0, count), until.Token);
            }

            answersAreCut &= !answers;
        }
        catch (Exception ended) when (ended is OperationCanceledException or IOException)
        {
            // One of the two sides, or the test, has ended it.
        }
    }
}
