using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Trail;

/// <summary>The lines of what the registers say of the child and its care.</summary>
internal static class FactsSnapshot
{
    public static void Write(SnapshotLines lines, Facts facts)
    {
        lines.Begin("age").Number(facts.Age).End();
        lines.Begin("dead").Flag(facts.Dead).End();
        lines.Begin("grading").Member(facts.Grading).End();
        lines.Begin("care").Member(facts.Care).End();
        lines.Begin("hidden-address").Flag(facts.HiddenAddress).End();
        lines.Begin("contact-ban").Flag(facts.ContactBan).End();
        lines.Begin("responsibility").Member(facts.Responsibility).End();
    }

    public static Facts Read(SnapshotCursor lines) => new()
    {
        Age = lines.Require("age").KnownNumber(),
        Dead = lines.Require("dead").KnownFlag(),
        Grading = lines.Require("grading").KnownMember<Grading>(),
        Care = lines.Require("care").KnownMember<CareSituation>(),
        HiddenAddress = lines.Require("hidden-address").KnownFlag(),
        ContactBan = lines.Require("contact-ban").KnownFlag(),
        Responsibility = lines.Require("responsibility").KnownMember<ParentalResponsibility>(),
    };
}
