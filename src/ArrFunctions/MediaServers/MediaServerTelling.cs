using ArrFunctions.Ops.Configuration;
using ArrFunctions.Servarr;
using Microsoft.Extensions.Logging;
using Polly.CircuitBreaker;

namespace ArrFunctions.MediaServers;

/// <summary>Tells every configured media server of exactly one changed file, all at once.</summary>
internal sealed partial class MediaServerTelling(Live<MediaServerOptions> options, TimeProvider time, ILogger<MediaServerTelling> logger) : IDisposable
{
    /// <summary>For all of them together: a file is done, whatever they do.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly MadeOf<MediaServerOptions, Listeners> made = new(options, now => new([.. now.Servers.Select(server => Listener.Of(server, time))]));

    /// <summary>How the calls to each stand, by its name.</summary>
    public IEnumerable<(string Server, CircuitState State)> Breakers => made.Value.All.Select(static listener => (listener.Server.Name, listener.Http.Breaker));

    /// <summary>Never throws, but when it is cancelled.</summary>
    /// <returns>One for each media server, in the order of the settings.</returns>
    public async Task<IReadOnlyList<Told>> TellAsync(string localPath, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        var told = await Task.WhenAll(made.Value.All.Select(listener => TellAsync(listener, localPath, either.Token)));
        cancellationToken.ThrowIfCancellationRequested();
        return told;
    }

    public void Dispose() => made.Dispose();

    private async Task<Told> TellAsync(Listener listener, string localPath, CancellationToken cancellationToken)
    {
        try
        {
            var sentence = await listener.Client.TellAsync(localPath, cancellationToken);
            Log.Told(logger, sentence);
            return new(listener.Server.Name, IsDone: true, sentence);
        }
        catch (MediaServerException failure)
        {
            Log.NotTold(logger, Quoted.Plain(localPath), failure.Message);
            return new(listener.Server.Name, IsDone: false, failure.Message);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new(listener.Server.Name, IsDone: false, $"{listener.Server} did not answer within {Patience.TotalSeconds:0} s");
        }
    }

    private sealed record Listeners(List<Listener> All) : IDisposable
    {
        public void Dispose() => All.ForEach(static listener => listener.Http.Dispose());
    }

    private sealed record Listener(MediaServer Server, MediaServerHttp Http, IMediaServerClient Client)
    {
        public static Listener Of(MediaServer server, TimeProvider time)
        {
            var http = new MediaServerHttp(server, time);
            return new(server, http, server.Kind is MediaServerKind.Plex ? new PlexClient(server, http, time) : new UpdatedMediaClient(server, http));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "{Sentence}.")]
        public static partial void Told(ILogger logger, string sentence);

        [LoggerMessage(LogLevel.Warning, "A media server was not told of {Path}: {Sentence}.")]
        public static partial void NotTold(ILogger logger, string path, string sentence);
    }
}
