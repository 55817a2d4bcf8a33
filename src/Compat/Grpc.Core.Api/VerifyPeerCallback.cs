namespace Grpc.Core;

/// <summary>Whether the peer is accepted, after the ordinary checks have passed.</summary>
public delegate bool VerifyPeerCallback(VerifyPeerContext context);
