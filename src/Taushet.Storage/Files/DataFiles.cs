namespace Taushet.Storage.Files;

/// <summary>Names of the files in a gateway's data folder, for all who read or write them.</summary>
public static class DataFiles
{
    /// <summary>The database.</summary>
    public const string Database = "taushet.db";

    /// <summary>The keys that are never in the database.</summary>
    public const string StoreKeys = "store.keys";

    /// <summary>The key pair that signs checkpoints.</summary>
    public const string CheckpointKey = "checkpoint.key.pem";

    /// <summary>The key pair that signed them before, while both sign.</summary>
    public const string PreviousCheckpointKey = "checkpoint.previous.key.pem";

    /// <summary>Every public key that checkpoints were ever signed with, for those who verify: one C2SP vkey a line.</summary>
    public const string CheckpointPublicKeys = "checkpoint.vkeys";

    /// <summary>The key pair by which sources know the gateway.</summary>
    public const string GatewayKey = "gateway.jwk";

    /// <summary>Its public half, for the sources.</summary>
    public const string GatewayPublicKey = "gateway.public.jwk";

    /// <summary>The development issuer's key pair: the command line signs with it.</summary>
    public const string DevelopmentKey = "development-issuer.jwk";

    /// <summary>Its public half: all that the gateway reads.</summary>
    public const string DevelopmentPublicKey = "development-issuer.public.jwk";

    /// <summary>The checkpoints of a gateway identity's log, outside the database.</summary>
    public static string Checkpoints(string gateway) => $"checkpoints.{gateway}.notes";
}
