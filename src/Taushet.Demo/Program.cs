using Taushet.Demo;

return await DemoCommand.Build(TimeProvider.System).Parse(args).InvokeAsync();
