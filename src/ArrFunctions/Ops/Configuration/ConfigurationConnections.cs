using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ArrFunctions.MediaServers;
using ArrFunctions.Metadata.Tmdb;
using ArrFunctions.Platform;
using ArrFunctions.Servarr;
using ArrFunctions.Setup;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.Ops.Configuration;

/// <summary>Asks everybody whom a configuration names, all at once and each one time: the instances and their folders, the media servers, TMDB, the collector of telemetry.</summary>
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
                .. options.Servarr.Instances.Where(kept.MayBeAsked).Select(instance => InstanceAsync(instance, clients, valid, either.Token)),
                .. options.MediaServers.Servers.Where(kept.MayBeAsked).Select(server => MediaServerAsync(server, valid, either.Token)),
                kept.MayBeAsked(options.Tmdb) ? TmdbAsync(valid, either.Token) : Nothing,
                CollectorAsync(valid, either.Token),
            ]);
            return [.. found.SelectMany(static one => one), .. kept.Objections(options).Select(static sentence => Of("keyElsewhere", sentence))];
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return [Of("notAnswered", string.Create(CultureInfo.InvariantCulture, $"Not everybody answered within {Patience.TotalSeconds} seconds; each may be asked alone with setup connection."))];
        }
    }

    private async Task<IReadOnlyList<Finding>> InstanceAsync(Instance instance, ServarrClients clients, ConfigurationResult.Valid valid, CancellationToken cancellationToken)
    {
        var about = PlaceOf(instance.Url, valid);
        if (await new ConnectionCheck(clients, clock).RunAsync(instance.Name, cancellationToken) is ConnectionOutcome.Wrong wrong)
        {
            return [Of("connectionFailed", wrong.Sentence, about)];
        }

        var (servarr, audio) = (valid.Options.Servarr, valid.Options.Audio);
        var mappings = new MappingCheck(clients, servarr, audio, new LocalLook(servarr, audio), new KnownFile(clock), new FolderSearch(clock));
        return [.. (await mappings.RunAsync(instance.Name, cancellationToken))
            .SelectMany(static report => report.Findings, static (report, finding) => (report, finding))
            .Where(static one => one.finding.Code is not (MappingCode.Right or MappingCode.NothingToCheck))
            .Select(one => Of("mappingWrong", $"{one.report.Instance}: {one.finding.Sentence}", about))];
    }

    private async Task<IReadOnlyList<Finding>> MediaServerAsync(MediaServer server, ConfigurationResult.Valid valid, CancellationToken cancellationToken) =>
        await MediaServerProbe.FaultAsync(server, clock, cancellationToken) is { } fault ? [Of("connectionFailed", $"{fault}.", PlaceOf(server.Url, valid))] : [];

    private async Task<IReadOnlyList<Finding>> TmdbAsync(ConfigurationResult.Valid valid, CancellationToken cancellationToken)
    {
        var tmdb = valid.Options.Tmdb;
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
            return [Of("connectionFailed", $"{failure.Message}.", valid.Layers.PlaceOfEntry("Tmdb"))];
        }
    }

    private async Task<IReadOnlyList<Finding>> CollectorAsync(ConfigurationResult.Valid valid, CancellationToken cancellationToken)
    {
        if (valid.Options.Otlp.Endpoint is not { } endpoint)
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
            return
            [
                Of("connectionFailed", $"Nobody listens at Otlp:Endpoint ({endpoint.Host}:{endpoint.Port}). Start the collector, or correct the setting.", valid.Layers.Place("Otlp:Endpoint")),
            ];
        }
    }

    private static Task<IReadOnlyList<Finding>> Nothing => Task.FromResult<IReadOnlyList<Finding>>([]);

    private static SettingEntry? PlaceOf(Uri url, ConfigurationResult.Valid valid) => valid.Layers.LastPlace(text => text.Trim() == url.OriginalString);

    private static Finding Of(string code, string sentence, SettingEntry? about = null)
    {
        var findings = new Findings();
        findings.Warn(code, sentence, about);
        return findings.All[0];
    }
}
