namespace Taushet.Demo.People;

/// <summary>Names for synthetic people. Family names are made up so that no real person can be meant.</summary>
internal static class Names
{
    /// <summary>Given names of children.</summary>
    public static IReadOnlyList<string> Children { get; } =
    [
        "Aksel", "Alma", "Amina", "Bo", "Dina", "Edvin", "Elin", "Emil", "Filip", "Frida", "Hedda", "Iben", "Isak",
        "Jens", "Jonas", "Kaia", "Lea", "Lykke", "Mikkel", "Mohamed", "Nora", "Odin", "Pia", "Ravn", "Sara", "Sigrid",
        "Sondre", "Tiril", "Ulrik", "Vilde",
    ];

    /// <summary>Given names of mothers.</summary>
    public static IReadOnlyList<string> Mothers { get; } =
        ["Anette", "Berit", "Cecilie", "Fatima", "Gro", "Hanne", "Ingrid", "Kari", "Line", "Marit", "Nina", "Solveig"];

    /// <summary>Given names of fathers.</summary>
    public static IReadOnlyList<string> Fathers { get; } =
        ["Anders", "Bjarne", "Christian", "Eirik", "Hassan", "Ivar", "Knut", "Lars", "Morten", "Per", "Rune", "Tor"];

    /// <summary>First parts of family names.</summary>
    public static IReadOnlyList<string> FamilyFirst { get; } =
        ["Prøve", "Test", "Synte", "Mønster", "Øvels", "Demo", "Skinn", "Tenkt", "Oppdikt", "Figur"];

    /// <summary>Last parts of family names.</summary>
    public static IReadOnlyList<string> FamilyLast { get; } =
        ["dal", "mo", "lid", "haug", "vik", "strand", "bakken", "nes", "åsen", "tveit", "rud", "fjord"];

    /// <summary>Streets of the made-up municipality.</summary>
    public static IReadOnlyList<string> Streets { get; } =
        ["Eksempelveien", "Prøvegata", "Testbakken", "Syntesestien", "Mønsterveien", "Øvelsesgata"];
}
