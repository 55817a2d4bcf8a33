namespace Microsoft.SqlServer.Server;

/// <summary>A user-defined type that writes and reads its own bytes.</summary>
public interface IBinarySerialize
{
    /// <summary>Takes the value from its bytes.</summary>
    void Read(BinaryReader r);

    /// <summary>Writes the value's bytes.</summary>
    void Write(BinaryWriter w);
}
