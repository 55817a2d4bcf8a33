namespace Taushet.Demo.Sectors.Entries;

/// <summary>Free text as it stands in sector systems, in Norwegian. Made up; about nobody.</summary>
internal static class Texts
{
    /// <summary>Signs of emotional expression.</summary>
    public static IReadOnlyList<string> Emotion { get; } =
    [
        "Gråt lenge da det var tid for å gå hjem.",
        "Virket trist og stille gjennom hele dagen.",
        "Lo mye i leken med de andre barna.",
        "Ble fort sint da gruppen skulle deles.",
    ];

    /// <summary>Signs of development.</summary>
    public static IReadOnlyList<string> Development { get; } =
    [
        "Vil ikke lenger delta i aktiviteter som ble likt før.",
        "Har begynt å tisse på seg igjen.",
        "Holder lett følge med jevnaldrende.",
    ];

    /// <summary>Signs in social matters, and social development.</summary>
    public static IReadOnlyList<string> Social { get; } =
    [
        "Leker godt med to faste venner.",
        "Går mye alene i friminuttene.",
        "Tar kontakt og forklarer reglene for nye barn.",
        "Faller ofte utenfor når det velges lag.",
    ];

    /// <summary>Physical signs.</summary>
    public static IReadOnlyList<string> Physical { get; } =
    [
        "Blåmerke på venstre overarm, på størrelse med en mynt.",
        "Kommer uten vinterklær flere dager på rad.",
        "Er ofte trøtt og sulten om morgenen.",
    ];

    /// <summary>Signs in the parents.</summary>
    public static IReadOnlyList<string> Parenting { get; } =
    [
        "Rolig og varm henting hver dag denne måneden.",
        "Var kort og avvisende da barnet ville vise en tegning.",
        "Svarte ikke på fire meldinger om henting.",
    ];

    /// <summary>What is seen of basic care.</summary>
    public static IReadOnlyList<string> Care { get; } =
        ["Har med god niste og hele klær.", "Matpakke mangler to av fem dager.", "Godt stelt, blir fulgt til tiden."];

    /// <summary>The family's situation as the holder knows it.</summary>
    public static IReadOnlyList<string> Family { get; } =
    [
        "Foreldrene bor sammen, mor er i permisjon.",
        "Foreldrene har nylig flyttet fra hverandre.",
        "Far er ofte bortreist i arbeid.",
    ];

    /// <summary>Schooling and learning.</summary>
    public static IReadOnlyList<string> Learning { get; } =
    [
        "Leser med god flyt og liker å skrive egne historier.",
        "Trenger korte oppgaver med tydelig start og slutt.",
        "Har kommet i gang med gangetabellen, trenger mengdetrening.",
    ];

    /// <summary>Decisions on education.</summary>
    public static IReadOnlyList<string> Decisions { get; } =
    [
        "Vedtak om individuelt tilrettelagt opplæring i norsk.",
        "Vedtak om særskilt språkopplæring ut skoleåret.",
    ];

    /// <summary>Needs of health as school and kindergarten know them.</summary>
    public static IReadOnlyList<string> Health { get; } =
        ["Nøtteallergi; adrenalinpenn ligger i førstehjelpsskapet.", "Astma ved anstrengelse.", "Trenger briller til lesing."];

    /// <summary>What children have said in confidence.</summary>
    public static IReadOnlyList<string> Statements { get; } =
    [
        "Fortalte at det er mye krangling hjemme om kvelden.",
        "Sa at det er fint å være hos farmor i helgene.",
        "Ville ikke at noen skulle ringe hjem.",
    ];

    /// <summary>Internal drafts.</summary>
    public static IReadOnlyList<string> Drafts { get; } =
        ["Utkast: bør vi ta dette opp i teamet?", "Eget notat før samtale, ikke kvalitetssikret."];

    /// <summary>Consultation notes.</summary>
    public static IReadOnlyList<string> Consultations { get; } =
    [
        "Kontroll av astma, stabil, fortsetter med samme dose.",
        "Nedstemt siste tre måneder, søvnvansker. Henvist videre.",
        "Øreverk, ukomplisert forløp.",
    ];

    /// <summary>Notes of mental health.</summary>
    public static IReadOnlyList<string> MentalHealth { get; } =
    [
        "Skårer over grenseverdi på depresjonsskjema.",
        "Konsentrasjonsvansker på tvers av hjem og skole.",
        "God bedring etter seks samtaler.",
    ];

    /// <summary>Clinical advice to those who meet the child daily.</summary>
    public static IReadOnlyList<string> Advice { get; } =
    [
        "Korte økter, faste pauser og plass langt foran.",
        "Si fra i god tid før brå overganger.",
        "Gi én beskjed om gangen og sjekk at den er forstått.",
    ];

    /// <summary>Critical information: what anyone who treats must know.</summary>
    public static IReadOnlyList<string> Critical { get; } =
        ["Overfølsom for penicillin.", "Epilepsi: krampestillende ved anfall over fem minutter.", "Ingen kjente."];

    /// <summary>Notes of routine checks of small children.</summary>
    public static IReadOnlyList<string> Checkups { get; } =
    [
        "Følger vekstkurven, spiser variert.",
        "Har gått ned på vekstkurven siden forrige kontroll; ny veiing om to uker.",
        "Sover urolig, foreldrene har fått råd om leggerutiner.",
    ];

    /// <summary>How families live.</summary>
    public static IReadOnlyList<string> Housing { get; } =
    [
        "Kommunal bolig, to rom for fem.",
        "Leier kjellerleilighet, varsel om oppsigelse.",
        "Eier rekkehus, henger etter med lån.",
    ];

    /// <summary>What guardians work with.</summary>
    public static IReadOnlyList<string> Work { get; } =
    [
        "Mor i deltid i butikk, far uten arbeid.",
        "Begge på kurs.",
        "Enslig forsørger, sykmeldt.",
    ];

    /// <summary>Why families fled.</summary>
    public static IReadOnlyList<string> Flight { get; } =
        ["Flyktet til fots, far kom etter først året etter.", "Bodde tre år i leir før ankomst."];
}
