using Taushet.Core.Vocabulary;

namespace Taushet.Gateway.Options;

/// <summary>Everything a gateway is told at start. Read from the configuration section <c>Taushet</c>; checked as a whole.</summary>
public sealed record GatewayOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Taushet";

    /// <summary>Where the store, the keys and the checkpoints live. Required.</summary>
    public string DataDirectory { get; init; } = string.Empty;

    /// <summary>The folder of the rule book. Required.</summary>
    public string PoliciesDirectory { get; init; } = string.Empty;

    /// <summary>Where the gateway listens: <c>https://host:port</c>, or <c>http://</c> on loopback in Development. Port 0 takes a free one.</summary>
    public string Listen { get; init; } = "http://127.0.0.1:5080";

    /// <summary>PKCS#12 file with the certificate and key for https; no default.</summary>
    public string? CertificateFile { get; init; }

    /// <summary>Its password file, or null when it has none.</summary>
    public string? CertificatePasswordFile { get; init; }

    /// <summary>
    /// Scheme and host, as callers address them, of the gateway: <c>https://taushet.example.no</c>. Proofs (DPoP) name it. It is
    /// never taken from a call, whose headers a caller or a proxy writes. Null: no proof holds.
    /// </summary>
    public string? PublicOrigin { get; init; }

    /// <summary>How old a proof (DPoP) may be. 60 s, at most 5 min.</summary>
    public TimeSpan ProofWindow { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Whether callers may show a client certificate, to which their tokens may be bound (RFC 8705).</summary>
    public bool ClientCertificates { get; init; }

    /// <summary>This gateway as issuer of the tokens it shows to sources.</summary>
    public string Identity { get; init; } = "https://taushet.gateway/";

    /// <summary>The name of this gateway's log in the store: one log per gateway. The tools look for <c>gateway</c>.</summary>
    public string LogName { get; init; } = "gateway";

    /// <summary>
    /// The connection string of a database on SQL Server, as an environment variable or a secret store gives it; null: the
    /// embedded store, a file in the data directory.
    /// </summary>
    public string? SqlServer { get; init; }

    /// <summary>
    /// The private key that signs checkpoints, PEM (P-256), as an environment variable or a secret store gives it; null: the
    /// file <c>checkpoint.key.pem</c> in the data directory, made by itself in Development only.
    /// </summary>
    public string? CheckpointKey { get; init; }

    /// <summary>The key before it, which signs beside it until every receiver knows the new one; null: none.</summary>
    public string? PreviousCheckpointKey { get; init; }

    /// <summary>
    /// The file outside the database to which checkpoints are appended, on another disk if there is one; null: a file in the
    /// data directory.
    /// </summary>
    public string? CheckpointFile { get; init; }

    /// <summary>How long the log stays this process's after its last commit, so that another of the same name waits. 5 s.</summary>
    public TimeSpan LogLease { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Who may issue callers' tokens.</summary>
    public IReadOnlyList<IssuerOptions> Issuers { get; init; } = [];

    /// <summary>Whether tokens of the development issuer in the data directory are accepted. Development only.</summary>
    public bool DevelopmentIssuer { get; init; }

    /// <summary>Whether missing migrations are applied at start.</summary>
    public bool MigrateAtStart { get; init; }

    /// <summary>Which persons' numbers are accepted; null: real ones in Production, synthetic ones elsewhere.</summary>
    public PersonNumbers? PersonNumbers { get; init; }

    /// <summary>
    /// The cells that a pull is given only when the person who answers for it is proven: by a user's token or by a second token
    /// beside the machine's. Emergency bases need it too. Graded addresses, what is kept from guardians, who reported,
    /// investigation and adoption by default.
    /// </summary>
    public IReadOnlyList<Cell> ProvenPersonCells { get; init; } =
    [
        Cell.GradedAddress,
        Cell.KeptFromGuardians,
        Cell.KeptFromGuardiansReproductive,
        Cell.PrivateReporter,
        Cell.Investigation,
        Cell.InvestigationTactics,
        Cell.Adoption,
    ];

    /// <summary>A call's deadline when the caller sets none. 10 s.</summary>
    public TimeSpan DeadlineDefault { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest deadline a caller gets. 30 s.</summary>
    public TimeSpan DeadlineCap { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest deadline a stream gets, and its deadline when the caller sets none. 10 min.</summary>
    public TimeSpan StreamDeadlineCap { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a source may take. 3 s.</summary>
    public TimeSpan SourceTimeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>What a caller is told to wait when a source did not answer. 30 s.</summary>
    public TimeSpan SourceRetry { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What a caller is told to wait when the gateway itself cannot answer. 5 s.</summary>
    public TimeSpan GatewayRetry { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How old the person registry's feed may be before gradings are unknown. 60 min.</summary>
    public TimeSpan RegistryMaxAge { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>How many months a consent runs at most, and when nothing is said of its end. 12.</summary>
    public int ConsentMonths { get; init; } = 12;

    /// <summary>Organisations that may record wishes which name neither them nor a service of theirs: nine digits each.</summary>
    public IReadOnlyList<string> ConsentRecorders { get; init; } = [];

    /// <summary>How often wishes that have ended are marked so. Nothing hangs on it: decisions never look at the marks. 1 h.</summary>
    public TimeSpan ConsentMarking { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long a participant's registration may be remembered. 1 s, at most 2 s.</summary>
    public TimeSpan ParticipantMemory { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Whether a caller needs a registered integration (issuer, organisation, unit, scope) to act as a service; null: everywhere
    /// but in Development.
    /// </summary>
    public bool? IntegrationsRequired { get; init; }

    /// <summary>
    /// The persons who administer the register of participants; none: nobody changes it over gRPC. Either none or at least two,
    /// since each change takes two.
    /// </summary>
    public IReadOnlyList<AdministratorOptions> Administrators { get; init; } = [];

    /// <summary>How long a proposed change of the register waits for another administrator. 7 days, at most 30.</summary>
    public TimeSpan ProposalTime { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How many calls one caller may have running. 1024. A stream is one.</summary>
    public int CallerConcurrency { get; init; } = 1024;

    /// <summary>How many pushes under a duty one caller may have running: a lane of its own. 1024.</summary>
    public int CallerDutyConcurrency { get; init; } = 1024;

    /// <summary>How many calls one caller may make in a second. 10 000.</summary>
    public int CallerRate { get; init; } = 10_000;

    /// <summary>What a caller is told to wait that asks for more. 1 s.</summary>
    public TimeSpan CallerRetry { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>PKCS#12 file with the certificate and key that the gateway shows to sources beside its token; null: none.</summary>
    public string? SourceCertificateFile { get; init; }

    /// <summary>Its password file, or null when it has none.</summary>
    public string? SourceCertificatePasswordFile { get; init; }

    /// <summary>
    /// PEM file with the authorities whose certificates sources may show, and no others: a municipality's own, as a rule. Null:
    /// those that this machine trusts.
    /// </summary>
    public string? SourceAuthoritiesFile { get; init; }

    /// <summary>How long a request that the law leaves to its holder can be answered and its result collected. 14 days.</summary>
    public TimeSpan InboxTime { get; init; } = TimeSpan.FromDays(14);

    /// <summary>How many requests of one organisation may be in holders' inboxes at a time, waiting or not. 1000.</summary>
    public int InboxPerReceiver { get; init; } = 1000;

    /// <summary>How often a stream that waits for a holder's answer looks for it. 2 s.</summary>
    public TimeSpan InboxInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How often a stream of deliveries looks for what has come. 500 ms.</summary>
    public TimeSpan DeliveryInterval { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>After how long a delivery that is not acknowledged is sent again on the same stream. 30 s.</summary>
    public TimeSpan Redelivery { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>After how long an open delivery is overdue, where a list of them names no other time. 1 h.</summary>
    public TimeSpan DeliveryOverdue { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long what was delivered is kept after its receiver has it, so that it can be looked at again. 30 days.</summary>
    public TimeSpan DisclosureRetention { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Where consent tokens of Altinn come from and what they mean; null: none are taken.</summary>
    public Altinn.AltinnOptions? Altinn { get; init; }

    /// <summary>Where Altinn is asked what system users may do; required when an issuer's <see cref="IssuerOptions.SystemUsers"/> are accepted.</summary>
    public Altinn.AltinnRightsOptions? SystemUserRights { get; init; }

    /// <summary>How many entries may wait for the store. 4096.</summary>
    public int AuditQueue { get; init; } = 4096;

    /// <summary>The largest request, in bytes. 1 MiB.</summary>
    public int MaxRequestBytes { get; init; } = 1 << 20;

    /// <summary>The largest answer of a source, in bytes. 4 MiB.</summary>
    public int MaxSourceBytes { get; init; } = 4 << 20;

    /// <summary>Whether anyone may ask which services there are and how their messages look (gRPC reflection). Yes.</summary>
    public bool Reflection { get; init; } = true;

    /// <summary>How long a reflection stream may be idle. 30 s.</summary>
    public TimeSpan ReflectionIdle { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// A file that counts children by municipality and age, a line each: four digits, age, how many, with tabs between; <c>#</c> begins
    /// a remark. Null: nothing is counted, so that no anonymised case tells a place.
    /// </summary>
    public string? ChildCountsFile { get; init; }

    /// <summary>How many children at least must share the told age and place of an anonymised case. 20; 5 to 100,000.</summary>
    public int ConsultationK { get; init; } = Taushet.Core.Anonymising.Generalising.DefaultK;

    /// <summary>How soon what is owed by hand should have been given; then its task is overdue. 2 h; at most 7 days.</summary>
    public TimeSpan HandTaskTime { get; init; } = TimeSpan.FromHours(2);

    /// <summary>How long running calls get to finish at shutdown. 30 s.</summary>
    public TimeSpan ShutdownGrace { get; init; } = TimeSpan.FromSeconds(30);
}

/// <summary>Which persons' national identity numbers are accepted.</summary>
public enum PersonNumbers
{
    /// <summary>Real numbers only: production.</summary>
    Real,

    /// <summary>Synthetic numbers only: everywhere else.</summary>
    Synthetic,
}
