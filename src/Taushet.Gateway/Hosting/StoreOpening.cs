using Taushet.Gateway.Logging;
using Taushet.Gateway.Options;
using Taushet.Storage;
using Taushet.Storage.Files;
using Taushet.Storage.Log;
using Taushet.Storage.Ports;
using Taushet.Storage.Signing;
using Taushet.Storage.Sqlite;
using Taushet.Storage.SqlServer;

namespace Taushet.Gateway.Hosting;

/// <summary>The store: a database on SQL Server when there is one, else a file in the data directory. Its keys are in the data directory.</summary>
public static class StoreOpening
{
    /// <summary>Opens the store; migrates it first when the options say so. Keys are made only in Development.</summary>
    /// <exception cref="GatewayOptionsException">The database or its keys cannot be used.</exception>
    public static IStore Open(GatewayOptions options, bool development, TimeProvider clock, ILogger? faults = null)
    {
        try
        {
            var path = Path.Combine(options.DataDirectory, DataFiles.StoreKeys);
            var keys = development ? StoreKeys.LoadOrCreate(path) : StoreKeys.Load(path);
            Action<StoreFault>? told = faults is null ? null : fault => Tell(faults, fault);
            var log = LogOf(options, development);
            return options.SqlServer is { } connection
                ? OpenServer(options, new SqlServerStoreOptions { ConnectionString = connection, Keys = keys, Log = log, OnFault = told }, clock)
                : OpenFile(
                    options,
                    new SqliteStoreOptions
                    {
                        Path = Path.Combine(options.DataDirectory, DataFiles.Database),
                        Keys = keys,
                        Log = log,
                        OnFault = told,
                    },
                    clock);
        }
        catch (Exception fault) when (fault is InvalidOperationException or FormatException or IOException
            or System.Data.Common.DbException)
        {
            throw new GatewayOptionsException([$"the store cannot be opened: {fault.Message}"]);
        }
    }

    private static SqliteStore OpenFile(GatewayOptions options, SqliteStoreOptions settings, TimeProvider clock)
    {
        if (options.MigrateAtStart)
        {
            SqliteStore.Migrate(settings, clock);
        }

        return SqliteStore.Open(settings);
    }

    // The host is being built: there is nothing else to do meanwhile.
    private static SqlServerStore OpenServer(GatewayOptions options, SqlServerStoreOptions settings, TimeProvider clock)
    {
        if (options.MigrateAtStart)
        {
            SqlServerStore.MigrateAsync(settings, clock, CancellationToken.None).GetAwaiter().GetResult();
        }

        return SqlServerStore.OpenAsync(settings, CancellationToken.None).GetAwaiter().GetResult();
    }

    private static void Tell(ILogger faults, StoreFault fault)
    {
        if (fault.IsRolledBack)
        {
            faults.RolledBack(fault.Error);
        }
        else
        {
            faults.StoreFaulted(fault.Operation, fault.Error, fault.Code);
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
