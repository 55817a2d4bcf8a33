namespace Taushet.Policies.Assurance.Proving;

/// <summary>Builds terms of SMT-LIB 2, and leaves out what is plainly true or false.</summary>
internal static class Term
{
    public const string True = "true";
    public const string False = "false";

    public static string And(params IEnumerable<string> parts)
    {
        var kept = parts.Where(part => part != True).Distinct().ToList();
        return kept.Contains(False) ? False : Joined("and", kept, True);
    }

    public static string Or(params IEnumerable<string> parts)
    {
        var kept = parts.Where(part => part != False).Distinct().ToList();
        return kept.Contains(True) ? True : Joined("or", kept, False);
    }

    public static string Not(string part) => part switch
    {
        True => False,
        False => True,
        _ => $"(not {part})",
    };

    public static string Bool(bool value) => value ? True : False;

    public static string Is(string term, long value, int width) => $"(= {term} {Number(value, width)})";

    public static string Number(long value, int width) => $"(_ bv{(value < 0 ? value + (1L << width) : value)} {width})";

    /// <summary>Whether bit n of a bit vector is set.</summary>
    public static string Bit(string vector, int bit) => $"(= ((_ extract {bit} {bit}) {vector}) #b1)";

    private static string Joined(string word, List<string> parts, string none) => parts.Count switch
    {
        0 => none,
        1 => parts[0],
        _ => $"({word} {string.Join(' ', parts)})",
    };
}

/// <summary>A truth in three values as a pair: when it is True, and when it is False. Neither: not known.</summary>
internal readonly record struct Tri(string IsTrue, string IsFalse)
{
    public Tri Not() => new(IsFalse, IsTrue);

    public static Tri Of(string known, string value) => new(Term.And(known, value), Term.And(known, Term.Not(value)));
}
