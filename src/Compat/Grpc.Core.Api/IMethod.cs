namespace Grpc.Core;

/// <summary>A method without the types of its messages.</summary>
public interface IMethod
{
    /// <summary>Which sides stream.</summary>
    MethodType Type { get; }

    /// <summary>Full name of the service.</summary>
    string ServiceName { get; }

    /// <summary>Name of the method within its service.</summary>
    string Name { get; }

    /// <summary>The path on the wire, <c>/service/method</c>.</summary>
    string FullName { get; }
}
