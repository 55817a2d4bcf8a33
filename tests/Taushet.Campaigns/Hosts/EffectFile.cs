using System.Globalization;
using Taushet.V1;

namespace Taushet.Campaigns.Hosts;

/// <summary>What handling deliveries has come to: one line each, in the order in which it was done. A delivery that has a line gets no other.</summary>
internal sealed class EffectFile : IDisposable
{
    private readonly HashSet<string> done;
    private readonly FileStream file;

    public EffectFile(string path)
    {
        // A line that was cut off as the process was killed is not an effect.
        var whole = File.Exists(path) ? File.ReadAllText(path) : string.Empty;
        whole = whole[..(whole.LastIndexOf('\n') + 1)];
        File.WriteAllText(path + ".new", whole);
        File.Move(path + ".new", path, overwrite: true);
        done = [.. whole.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0])];
        file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
    }

    /// <summary>Reads every line: delivery, serial number, child.</summary>
    public static List<(string Delivery, int Serial, string Child)> Read(string path) =>
    [
        .. (File.Exists(path) ? File.ReadAllLines(path) : []).Select(line => line.Split(' ')).Where(parts => parts.Length == 3)
            .Select(parts => (parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture), parts[2])),
    ];

    public void Take(Delivery delivery)
    {
        var id = Convert.ToHexString(delivery.DeliveryId.Span);
        if (done.Add(id))
        {
            var disclosure = delivery.Disclosure;
            file.Write(System.Text.Encoding.UTF8.GetBytes($"{id} {disclosure.CaseReference} {disclosure.Child.NationalNumber}\n"));
            file.Flush(flushToDisk: true);
        }
    }

    public void Dispose() => file.Dispose();
}
