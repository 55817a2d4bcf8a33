namespace Taushet.Storage.Files;

/// <summary>Names of the files in a gateway's data folder, for all who read or write them.</summary>
public static class DataFiles
{
    /// <summary>The database.</summary>
    public const string Database = "taushet.db";

    /// <summary>The keys that are never in the database.</summary>
    public const string StoreKeys = "store.keys";

    /// <summary>The key pair by which sources know the gateway.</summary>
    public const string GatewayKey = "gateway.jwk";

    /// <summary>Its public half, for the sources.</summary>
    public const string GatewayPublicKey = "gateway.public.jwk";

    /// <summary>The development issuer's key pair: the command line signs with it.</summary>
    public const string DevelopmentKey = "development-issuer.jwk";

    /// <summary>Its public half: all that the gateway reads.</summary>
    public const string DevelopmentPublicKey = "development-issuer.public.jwk";
}
