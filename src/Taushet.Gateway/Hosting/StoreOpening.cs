using Taushet.Gateway.Logging;
using Taushet.Gateway.Options;
using Taushet.Storage;
using Taushet.Storage.Files;
using Taushet.Storage.Log;
using Taushet.Storage.Signing;
using Taushet.Storage.Ports;
using Taushet.Storage.Sqlite;

namespace Taushet.Gateway.Hosting;

/// <summary>The embedded store in the data directory: the database file and its keys.</summary>
public static class StoreOpening
{
    /// <summary>Opens the store; migrates it first when the options say so. Keys are made only in Development.</summary>
    /// <exception cref="GatewayOptionsException">The database or its keys cannot be used.</exception>
    public static IStore Open(GatewayOptions options, bool development, TimeProvider clock, ILogger? faults = null)
    {
        var keys = Path.Combine(options.DataDirectory, DataFiles.StoreKeys);
        try
        {
            var settings = new SqliteStoreOptions
            {
                Path = Path.Combine(options.DataDirectory, DataFiles.Database),
                Keys = development ? StoreKeys.LoadOrCreate(keys) : StoreKeys.Load(keys),
                Log = LogOf(options, development),
                OnFault = faults is null ? null : fault => faults.StoreFaulted(fault.Operation, fault.Error, fault.Code),
            };
            if (options.MigrateAtStart)
            {
                SqliteStore.Migrate(settings, clock);
            }

            return SqliteStore.Open(settings);
        }
        catch (Exception fault) when (fault is InvalidOperationException or FormatException or IOException or System.Data.Common.DbException)
        {
            throw new GatewayOptionsException([$"the store cannot be opened: {fault.Message}"]);
        }
    }

    private static LogSettings LogOf(GatewayOptions options, bool development)
    {
        var signer = options.CheckpointKey is { } key
            ? CheckpointKeys.Parse(options.LogName, key, options.PreviousCheckpointKey)
            : CheckpointKeys.Load(options.DataDirectory, options.LogName, create: development);
        CheckpointKeys.Publish(options.DataDirectory, signer);
        return new LogSettings
        {
            Gateway = options.LogName,
            Signer = signer,
            CheckpointFile = options.CheckpointFile ?? Path.Combine(options.DataDirectory, DataFiles.Checkpoints(options.LogName)),
            Lease = options.LogLease,
            QueueCapacity = options.AuditQueue,
        };
    }
}
