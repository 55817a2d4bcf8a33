namespace Grpc.Core;

/// <summary>Base of generated clients that need no more than an invoker.</summary>
public abstract class LiteClientBase
{
    /// <summary>For test doubles only: a client that cannot call.</summary>
    protected LiteClientBase() => CallInvoker = UnimplementedCallInvoker.Instance;

    /// <summary>A client over this invoker.</summary>
    protected LiteClientBase(CallInvoker callInvoker)
    {
        ArgumentNullException.ThrowIfNull(callInvoker);
        CallInvoker = callInvoker;
    }

    /// <summary>The invoker.</summary>
    protected CallInvoker CallInvoker { get; }
}
