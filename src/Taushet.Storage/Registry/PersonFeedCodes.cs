using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Registry;

/// <summary>What the person registry's codes mean here.</summary>
internal static class PersonFeedCodes
{
    /// <summary>A grading, in the spelling of the registry, of its mirrors or of this project. Null: no such code.</summary>
    public static Told<Grading>? Grading(string code) => Plain(code) switch
    {
        "ugradert" => Told<Grading>.Of(Core.Vocabulary.Grading.Ungraded),
        "klientadresse" => Told<Grading>.Of(Core.Vocabulary.Grading.ClientAddress),
        "fortrolig" => Told<Grading>.Of(Core.Vocabulary.Grading.Confidential),
        "strengtfortrolig" => Told<Grading>.Of(Core.Vocabulary.Grading.StrictlyConfidential),
        "strengtfortroligutland" => Told<Grading>.Of(Core.Vocabulary.Grading.StrictlyConfidentialAbroad),
        _ => null,
    };

    /// <summary>Who has parental responsibility. Null: no such code.</summary>
    /// <param name="code">The registry's code.</param>
    /// <param name="oneHome">Whether the feed says that the child lives permanently with one of those who have it together.</param>
    /// <remarks>
    /// Where the feed does not say where the child lives, both must be asked. What is unknown to the registry is unknown here, and
    /// opens nothing.
    /// </remarks>
    public static Told<ParentalResponsibility>? Responsibility(string code, bool oneHome) => code switch
    {
        "felles" => Told<ParentalResponsibility>.Of(
            oneHome ? ParentalResponsibility.JointOneHome : ParentalResponsibility.JointTogether),
        "mor" or "far" or "medmor" => Told<ParentalResponsibility>.Of(ParentalResponsibility.Sole),
        "andre" => Told<ParentalResponsibility>.Of(ParentalResponsibility.Others),
        "ukjent" => Told<ParentalResponsibility>.Unknown,
        _ => null,
    };

    // strengtFortrolig, STRENGT_FORTROLIG and strengt-fortrolig are one code.
    private static string Plain(string code) =>
        string.Concat(code.Where(letter => letter is not ('_' or '-' or ' '))).ToLowerInvariant();
}
