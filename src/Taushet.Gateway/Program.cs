using Taushet.Gateway.Hosting;
using Taushet.Gateway.Options;

try
{
    await using var gateway = GatewayHost.Build(args);
    await gateway.RunAsync();
    return 0;
}
catch (GatewayOptionsException faults)
{
    await Console.Error.WriteLineAsync(faults.Message);
    return 2;
}
