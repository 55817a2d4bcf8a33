using Taushet.Cli;

return await CommandTree.Build(TimeProvider.System, new GatewayVariables(Environment.GetEnvironmentVariable)).Parse(args).InvokeAsync();
