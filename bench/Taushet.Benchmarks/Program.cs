using Taushet.Benchmarks.Appends;
using Taushet.Benchmarks.Decisions;
using Taushet.Benchmarks.EndToEnd;

return args switch
{
    ["decide", ..] => DecisionRun.Run(),
    ["load", .. var rest] => LoadRun.Run(rest),
    ["append", .. var rest] => await AppendRun.RunAsync(rest),
    ["e2e", .. var rest] => await EndToEndRun.RunAsync(rest),
    ["batch"] => await BatchRun.RunAsync(),
    ["server", var role, var folder] => await Servers.RunAsync(role, folder),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Taushet.Benchmarks decide | load | append [SECONDS] | e2e [SECONDS [WARM-UP SECONDS [OTHER BUILD]]] | batch");
    return 2;
}
