using System.Text;

namespace Grpc.Core;

public sealed partial class Metadata
{
    /// <summary>One header or trailer. Immutable.</summary>
    public class Entry
    {
        private readonly string? text;
        private readonly byte[]? bytes;

        /// <summary>A binary entry; the key must end in <see cref="BinaryHeaderSuffix"/>. The bytes are copied.</summary>
        public Entry(string key, byte[] valueBytes)
        {
            Key = Normalize(key);
            ArgumentNullException.ThrowIfNull(valueBytes);
            if (!IsBinary)
            {
                throw new ArgumentException($"A binary entry needs a key ending in '{BinaryHeaderSuffix}'.", nameof(key));
            }

            bytes = [.. valueBytes];
        }

        /// <summary>A text entry; the key must not end in <see cref="BinaryHeaderSuffix"/>.</summary>
        public Entry(string key, string value)
        {
            Key = Normalize(key);
            ArgumentNullException.ThrowIfNull(value);
            if (IsBinary)
            {
                throw new ArgumentException($"A text entry needs a key not ending in '{BinaryHeaderSuffix}'.", nameof(key));
            }

            text = value;
        }

        /// <summary>The key, in lower case.</summary>
        public string Key { get; }

        /// <summary>Whether the value is bytes.</summary>
        public bool IsBinary => Key.EndsWith(BinaryHeaderSuffix, StringComparison.Ordinal);

        /// <summary>The value as text; a binary value is read as ASCII.</summary>
        public string Value => text ?? Encoding.ASCII.GetString(bytes!);

        /// <summary>The value as bytes, a new copy each time; a text value is written as ASCII.</summary>
        public byte[] ValueBytes => bytes is null ? Encoding.ASCII.GetBytes(text!) : [.. bytes];

        /// <inheritdoc />
        public override string ToString() =>
            text is null ? $"[Entry: key={Key}, valueBytes={bytes}]" : $"[Entry: key={Key}, value={text}]";

        internal bool HasKey(string key) => Key.Equals(key, StringComparison.OrdinalIgnoreCase);

        private static string Normalize(string key)
        {
            ArgumentNullException.ThrowIfNull(key);
            var lower = key.ToLowerInvariant();
            if (lower.Length == 0 || !lower.All(IsKeyCharacter))
            {
                throw new ArgumentException(
                    "A metadata key holds only letters a to z, digits, underscores, hyphens and dots.", nameof(key));
            }

            return lower;
        }

        private static bool IsKeyCharacter(char c) => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '.' or '_' or '-';
    }
}
