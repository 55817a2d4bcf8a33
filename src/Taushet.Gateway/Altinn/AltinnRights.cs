using System.Collections.Concurrent;
using System.Net.Http.Headers;
using Taushet.Gateway.Hosting;
using Taushet.Gateway.Logging;

namespace Taushet.Gateway.Altinn;

/// <summary>Asks Altinn's decision point over HTTP. A given right is remembered for seconds, anything else not at all.</summary>
internal sealed class AltinnRights : ISystemUserRights, IDisposable
{
    private const int LargestAnswer = 64 << 10;
    private const int Most = 4096;
    private readonly AltinnRightsOptions options;
    private readonly MachineClock machine;
    private readonly ILogger<AltinnRights> logger;
    private readonly ConcurrentDictionary<(Guid SystemUser, string Owner), long> given = new();
    private readonly HttpClient client;

    /// <summary>Makes the client; asks nothing yet.</summary>
    public AltinnRights(AltinnRightsOptions options, MachineClock machine, ILogger<AltinnRights> logger)
    {
        this.options = options;
        this.machine = machine;
        this.logger = logger;
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = options.Timeout })
        {
            Timeout = options.Timeout,
            MaxResponseContentBufferSize = LargestAnswer,
        };
    }

    /// <inheritdoc/>
    public async ValueTask<bool?> MayActAsync(Guid systemUser, string owner, CancellationToken cancellation)
    {
        if (given.TryGetValue((systemUser, owner), out var at) && machine.Time.GetElapsedTime(at) < options.Memory)
        {
            return true;
        }

        var may = await AskAsync(systemUser, owner, cancellation);
        given.TryRemove((systemUser, owner), out _);
        if (may == true)
        {
            if (given.Count >= Most)
            {
                given.Clear();
            }

            given[(systemUser, owner)] = machine.Time.GetTimestamp();
        }

        return may;
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private async ValueTask<bool?> AskAsync(Guid systemUser, string owner, CancellationToken cancellation)
    {
        try
        {
            using var question = new HttpRequestMessage(HttpMethod.Post, options.Address)
            {
                Content = new ByteArrayContent(RightsQuestion.Write(options, systemUser, owner)),
            };
            question.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            question.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
            question.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await SecretAsync(options.TokenFile, cancellation));
            if (options.SubscriptionKeyFile is { } key)
            {
                question.Headers.Add("Ocp-Apim-Subscription-Key", await SecretAsync(key, cancellation));
            }

            using var answer = await client.SendAsync(question, cancellation);
            if (!answer.IsSuccessStatusCode)
            {
                logger.RightsNotTold($"status {(int)answer.StatusCode}");
                return null;
            }

            var may = RightsQuestion.Read(await answer.Content.ReadAsByteArrayAsync(cancellation));
            if (may is null)
            {
                logger.RightsNotTold("no decision");
            }

            return may;
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or UnauthorizedAccessException or FormatException
            || (fault is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            logger.RightsNotTold(fault.GetType().Name);
            return null;
        }
    }

    // INVARIANT: Altinn is asked with the token that its file holds at that moment, and never with one that was read before.
    // Whoever renews it may be in the middle of writing it: what is no secret yet is told nobody.
    private static async Task<string> SecretAsync(string file, CancellationToken cancellation)
    {
        var secret = (await File.ReadAllTextAsync(file, cancellation)).Trim();
        return secret.Length > 0 && secret.All(char.IsAscii) && !secret.Any(char.IsWhiteSpace)
            ? secret
            : throw new FormatException("The file holds no secret.");
    }
}
