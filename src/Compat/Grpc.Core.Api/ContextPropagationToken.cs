namespace Grpc.Core;

/// <summary>Binds a call to one being served. Only a transport makes it.</summary>
public abstract class ContextPropagationToken
{
    internal ContextPropagationToken()
    {
    }
}
