using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Data.SqlClient;

namespace Taushet.Campaigns.Harness;

/// <summary>Carries connections to a server as long as it is open; closing it cuts them all, and lets none through.</summary>
internal sealed class ServerGate : IAsyncDisposable
{
    private const int DefaultPort = 1433;

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ending = new();
    private readonly (string Host, int Port) server;
    private readonly Task accepting;
    private CancellationTokenSource open = new();

    private ServerGate(string connectionString)
    {
        var text = new SqlConnectionStringBuilder(connectionString);
        var name = text.DataSource.Split(':')[^1].Split(',');
        server = (name[0], name.Length > 1 ? int.Parse(name[1], CultureInfo.InvariantCulture) : DefaultPort);
        listener.Start();
        text.DataSource = $"127.0.0.1,{((IPEndPoint)listener.LocalEndpoint).Port}";
        ConnectionString = text.ConnectionString;
        accepting = AcceptAsync();
    }

    /// <summary>The same database, by way of the gate.</summary>
    public string ConnectionString { get; }

    public static ServerGate Before(string connectionString) => new(connectionString);

    /// <summary>Cuts every connection; whoever connects meanwhile is cut at once.</summary>
    public void Close() => Volatile.Read(ref open).Cancel();

    /// <summary>Lets later connections through.</summary>
    public void Open() => Volatile.Write(ref open, new CancellationTokenSource());

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        listener.Stop();
        Close();
        await accepting;
        ending.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = CarryAsync(await listener.AcceptTcpClientAsync(ending.Token), Volatile.Read(ref open).Token);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException)
        {
            // The gate is taken away.
        }
    }

    private async Task CarryAsync(TcpClient client, CancellationToken until)
    {
        try
        {
            using (client)
            {
                using var upstream = new TcpClient();
                await upstream.ConnectAsync(server.Host, server.Port, until);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(until);
                var there = client.GetStream().CopyToAsync(upstream.GetStream(), either.Token);
                var back = upstream.GetStream().CopyToAsync(client.GetStream(), either.Token);
                await Task.WhenAny(there, back);
                await either.CancelAsync();
                await Task.WhenAll(there, back);
            }
        }
        catch (Exception cut) when (cut is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // Cut, or given up by one side.
        }
    }
}
