namespace Taushet.TestIssuers;

internal static class Dictionaries
{
    /// <summary>Adds a member unless its value is null.</summary>
    public static Dictionary<string, object?> And(this Dictionary<string, object?> members, string name, object? value)
    {
        if (value is not null)
        {
            members[name] = value;
        }

        return members;
    }
}
