using Taushet.Benchmarks.Appends;
using Taushet.Benchmarks.Consents;
using Taushet.Benchmarks.Decisions;
using Taushet.Benchmarks.EndToEnd;
using Taushet.Benchmarks.Tokens;
using Taushet.Benchmarks.Trail;

return args switch
{
    ["decide", ..] => DecisionRun.Run(),
    ["load", .. var rest] => LoadRun.Run(rest),
    ["append", .. var rest] => await AppendRun.RunAsync(rest),
    ["consents", .. var rest] => await ConsentRun.RunAsync(rest),
    ["e2e", .. var rest] => await EndToEndRun.RunAsync(rest),
    ["tokens", .. var rest] => await TokenRun.RunAsync(rest),
    ["trail", .. var rest] => await TrailRun.RunAsync(rest),
    ["batch"] => await BatchRun.RunAsync(),
    ["server", var role, var folder] => await Servers.RunAsync(role, folder),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        "usage: Taushet.Benchmarks decide | load | append [SECONDS] | consents [COUNT [FOLDER]] | tokens [COUNT]"
        + " | e2e [SECONDS [WARM-UP SECONDS [OTHER BUILD]]] | trail [ENTRIES [FOLDER]] | batch");
    return 2;
}
