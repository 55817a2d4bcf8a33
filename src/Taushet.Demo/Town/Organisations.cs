using Taushet.Core.Vocabulary;

namespace Taushet.Demo.Town;

/// <summary>The organisations of the made-up municipality.</summary>
internal static class Organisations
{
    /// <summary>School; has a sector system.</summary>
    public static Organisation School { get; } = New(0, "Tenkt skole", Service.PrimarySchool, ServiceForm.Municipal);

    /// <summary>Kindergarten; has a sector system.</summary>
    public static Organisation Kindergarten { get; } = New(1, "Eksempel barnehage", Service.Kindergarten, ServiceForm.Municipal);

    /// <summary>General practitioner; has a sector system.</summary>
    public static Organisation Practitioner { get; } =
        New(2, "Prøvegata legesenter", Service.GeneralPractitioner, ServiceForm.Private);

    /// <summary>Child and youth psychiatry; has a sector system.</summary>
    public static Organisation Psychiatry { get; } = New(3, "BUP Testfjorden", Service.ChildAndYouthPsychiatry, ServiceForm.State);

    /// <summary>A school a pupil moves to.</summary>
    public static Organisation NewSchool { get; } = New(4, "Nybygd skole", Service.PrimarySchool, ServiceForm.Municipal);

    /// <summary>Barnevern.</summary>
    public static Organisation Barnevern { get; } = New(5, "Syntelia barneverntjeneste", Service.Barnevern, ServiceForm.Municipal);

    /// <summary>Municipal social services in NAV.</summary>
    public static Organisation NavSocial { get; } = New(6, "NAV Syntelia, sosial", Service.NavSocial, ServiceForm.Municipal);

    /// <summary>State NAV.</summary>
    public static Organisation NavState { get; } = New(7, "NAV Syntelia, stat", Service.NavState, ServiceForm.State);

    /// <summary>Crisis centre.</summary>
    public static Organisation CrisisCentre { get; } = New(8, "Syntelia krisesenter", Service.CrisisCentre, ServiceForm.Municipal);

    /// <summary>Hospital.</summary>
    public static Organisation Hospital { get; } = New(9, "Testfjorden sykehus", Service.SpecialistHealth, ServiceForm.State);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Organisation> All { get; } =
    [
        School, Kindergarten, Practitioner, Psychiatry, NewSchool, Barnevern, NavSocial, NavState, CrisisCentre, Hospital,
    ];

    private static Organisation New(int place, string name, Service service, ServiceForm form) =>
        new(Organisation.NumberAt(place), name, service, form);
}
