namespace Taushet.Storage.Log;

/// <summary>Lets in until it is closed, and tells when the last that it let in has left. Thread-safe.</summary>
internal sealed class Turnstile
{
    private readonly Lock counting = new();
    private readonly TaskCompletionSource empty = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int inside;
    private bool closed;

    /// <summary>Whether it lets no one in any more.</summary>
    public bool IsClosed
    {
        get
        {
            lock (counting)
            {
                return closed;
            }
        }
    }

    /// <summary>Goes in, unless it is closed. Whoever went in leaves.</summary>
    public bool TryEnter()
    {
        lock (counting)
        {
            inside += closed ? 0 : 1;
            return !closed;
        }
    }

    public void Leave()
    {
        lock (counting)
        {
            inside--;
            TellIfEmpty();
        }
    }

    /// <summary>Closes it. Completes when everyone has left.</summary>
    public Task CloseAsync()
    {
        lock (counting)
        {
            closed = true;
            TellIfEmpty();
        }

        return empty.Task;
    }

    private void TellIfEmpty()
    {
        if (closed && inside == 0)
        {
            empty.TrySetResult();
        }
    }
}
