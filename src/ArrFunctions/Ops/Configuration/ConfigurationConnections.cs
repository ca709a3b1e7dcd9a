using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ArrFunctions.Metadata.Tmdb;
using ArrFunctions.Platform;
using ArrFunctions.Servarr;
using ArrFunctions.Setup;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.Ops.Configuration;

/// <summary>Asks everybody whom a configuration names, all at once and each one time: the instances and their folders, TMDB, the collector of telemetry.</summary>
internal sealed class ConfigurationConnections(TimeProvider clock)
{
    /// <summary>For all of them together.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan PatienceOfCollector = TimeSpan.FromSeconds(5);

    /// <summary>Any film; whether there is one with this number says nothing about the key.</summary>
    private const int AnyMovie = 603;

    public Task<IReadOnlyList<Finding>> CheckAsync(ConfigurationResult.Valid valid, CancellationToken cancellationToken) => CheckAsync(valid, running: null, cancellationToken);

    /// <param name="running">Keys in use are sent to nobody else than now; null: the configuration is that of the machine.</param>
    public async Task<IReadOnlyList<Finding>> CheckAsync(ConfigurationResult.Valid valid, ArrFunctionsOptions? running, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        using var clients = new ServarrClients(valid.Options.Servarr, clock);
        var options = valid.Options;
        try
        {
            var kept = new KeptKeys(running);
            var found = await Task.WhenAll(
            [
                .. options.Servarr.Instances.Where(kept.MayBeAsked).Select(instance => InstanceAsync(instance.Name, clients, options, either.Token)),
                kept.MayBeAsked(options.Tmdb) ? TmdbAsync(options.Tmdb, either.Token) : Nothing,
                CollectorAsync(options.Otlp.Endpoint, either.Token),
            ]);
            return [.. found.SelectMany(static one => one), .. kept.Objections(options).Select(static sentence => Of("keyElsewhere", sentence))];
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return [Of("notAnswered", string.Create(CultureInfo.InvariantCulture, $"Not everybody answered within {Patience.TotalSeconds} seconds; each may be asked alone with setup connection."))];
        }
    }

    private async Task<IReadOnlyList<Finding>> InstanceAsync(string name, ServarrClients clients, ArrFunctionsOptions options, CancellationToken cancellationToken)
    {
        if (await new ConnectionCheck(clients, clock).RunAsync(name, cancellationToken) is ConnectionOutcome.Wrong wrong)
        {
            return [Of("connectionFailed", wrong.Sentence)];
        }

        var look = new LocalLook(options.Servarr, options.Audio);
        var mappings = new MappingCheck(clients, options.Servarr, options.Audio, look, new KnownFile(clock), new FolderSearch(clock));
        return [.. (await mappings.RunAsync(name, cancellationToken))
            .SelectMany(static report => report.Findings, static (report, finding) => (report, finding))
            .Where(static one => one.finding.Code is not (MappingCode.Right or MappingCode.NothingToCheck))
            .Select(static one => Of("mappingWrong", $"{one.report.Instance}: {one.finding.Sentence}"))];
    }

    private async Task<IReadOnlyList<Finding>> TmdbAsync(TmdbOptions tmdb, CancellationToken cancellationToken)
    {
        if (!tmdb.IsEnabled || !tmdb.HasKey)
        {
            return [];
        }

        using var client = new TmdbClient(tmdb, clock, NullLogger<TmdbClient>.Instance);
        try
        {
            await client.AskAsync(TmdbQuery.Movie(AnyMovie), cancellationToken);
            return [];
        }
        catch (TmdbException failure)
        {
            return [Of("connectionFailed", $"{failure.Message}.")];
        }
    }

    private async Task<IReadOnlyList<Finding>> CollectorAsync(Uri? endpoint, CancellationToken cancellationToken)
    {
        if (endpoint is null)
        {
            return [];
        }

        using var patience = new CancellationTokenSource(PatienceOfCollector, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await using var connection = await GuardedConnect.OpenAsync(new DnsEndPoint(endpoint.IdnHost, endpoint.Port), either.Token);
            return [];
        }
        catch (Exception failure) when (failure is SocketException or ForbiddenAddressException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return [Of("connectionFailed", $"Nobody listens at Otlp:Endpoint ({endpoint.Host}:{endpoint.Port}). Start the collector, or correct the setting.")];
        }
    }

    private static Task<IReadOnlyList<Finding>> Nothing => Task.FromResult<IReadOnlyList<Finding>>([]);

    private static Finding Of(string code, string sentence) => new(FindingSeverity.Warning, code, sentence);
}
