using Google.Rpc;

namespace Taushet.Gateway.Errors;

/// <summary>Collects every field violation of one call.</summary>
/// <remarks>INVARIANT: a violation names the field and the rule, never the value.</remarks>
internal sealed class FieldFaults
{
    private List<BadRequest.Types.FieldViolation>? found;

    /// <summary>Whether anything was found.</summary>
    public bool Any => found is not null;

    /// <summary>What was found, in the order of the checks.</summary>
    public IReadOnlyList<BadRequest.Types.FieldViolation> Found => found ?? [];

    /// <summary>Notes a violation.</summary>
    public void Add(string field, string rule) =>
        (found ??= []).Add(new BadRequest.Types.FieldViolation { Field = field, Description = rule });
}
