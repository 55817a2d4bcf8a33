using Taushet.Cli;

return await CommandTree.Build(TimeProvider.System).Parse(args).InvokeAsync();
