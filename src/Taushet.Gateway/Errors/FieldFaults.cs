using Google.Rpc;

namespace Taushet.Gateway.Errors;

/// <summary>Collects every field violation of one call.</summary>
/// <remarks>INVARIANT: a violation names the field and the rule, never the value.</remarks>
internal sealed class FieldFaults
{
    // Errors travel in trailers, of which many clients take 8 KiB and no more.
    private const int Most = 40;
    private List<BadRequest.Types.FieldViolation>? found;
    private int more;

    /// <summary>Whether anything was found.</summary>
    public bool Any => found is not null;

    /// <summary>What was found, in the order of the checks; after the first 40, how many more.</summary>
    public IReadOnlyList<BadRequest.Types.FieldViolation> Found => more == 0
        ? found ?? []
        : [.. found!, new BadRequest.Types.FieldViolation { Description = $"and {more} more" }];

    /// <summary>Notes a violation.</summary>
    public void Add(string field, string rule)
    {
        found ??= [];
        if (found.Count == Most)
        {
            more++;
            return;
        }

        found.Add(new BadRequest.Types.FieldViolation { Field = field, Description = rule });
    }
}
