using Taushet.Cli;

return await CommandTree.Build(TimeProvider.System, GatewayVariables.OfProcess).Parse(args).InvokeAsync();
