namespace Microsoft.SqlServer.Server;

/// <summary>A type is not fit to be a user-defined type.</summary>
public sealed class InvalidUdtException : SystemException
{
    private InvalidUdtException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception for a type and the reason why it is not fit.</summary>
    public static InvalidUdtException Create(Type udtType, string resourceReason) =>
        new($"'{udtType}' is not fit to be a user-defined type: {resourceReason}.");
}
