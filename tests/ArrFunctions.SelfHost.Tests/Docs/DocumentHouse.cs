using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ArrFunctions.Demo.Servarr;
using ArrFunctions.Demo.Servarr.Scores;
using ArrFunctions.SelfHost.Tests.Service;

namespace ArrFunctions.SelfHost.Tests.Docs;

/// <summary>A reader's machine: a running service with a Sonarr, a Radarr and a Prowlarr, a film, and a shell whose <c>arrfunctions</c> is the built program.</summary>
internal sealed class DocumentHouse : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("arrfunctions-");
    private ServiceProcess service = null!;
    private FakeRadarr radarr = null!;
    private FakeSonarr sonarr = null!;
    private FakeProwlarr prowlarr = null!;

    public string Folder => folder.FullName;

    /// <summary>What the placeholders of <see cref="CommandRules"/> mean.</summary>
    public IReadOnlyDictionary<string, string> Values { get; private set; } = new Dictionary<string, string>();

    private string Data => Path.Combine(Folder, "share", "arrfunctions");

    private string Media => Path.Combine(Folder, "media");

    private string Work => Path.Combine(Folder, "work");

    private string Bin => Path.Combine(Folder, "bin");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private (string Name, string Value)[] Settings =>
    [
        ("RADARR_URL", radarr.Url.OriginalString), ("RADARR_API_KEY", radarr.ApiKey), ("SONARR_URL", sonarr.Url.OriginalString), ("SONARR_API_KEY", sonarr.ApiKey),
        ("PROWLARR_URL", prowlarr.Url.OriginalString), ("PROWLARR_API_KEY", prowlarr.ApiKey), ("Audio__Roots", Media), ("Tmdb__Enabled", "false"), ("Logs__Level", "warning"),
        ("Servarr__PathMappings__0__From", "/movies"), ("Servarr__PathMappings__0__To", Path.Combine(Media, "movies")),
        ("Servarr__PathMappings__1__From", "/tv"), ("Servarr__PathMappings__1__To", Path.Combine(Media, "tv")),
        ("Webhooks__Secret", "the value of Webhooks__Secret"),
    ];

    public static async Task<DocumentHouse> BuildAsync()
    {
        var house = new DocumentHouse();
        foreach (var path in (string[])[house.Media, house.Work, house.Bin, Path.Combine(house.Media, "movies"), Path.Combine(house.Media, "tv"), Path.Combine(house.Folder, "copies")])
        {
            Directory.CreateDirectory(path);
        }

        house.radarr = await FakeRadarr.StartAsync(new() { Folder = Path.Combine(house.Media, "movies"), RootFolder = "/movies" }, Cancellation);
        house.sonarr = await FakeSonarr.StartAsync(new() { Folder = Path.Combine(house.Media, "tv"), RootFolder = "/tv" }, Cancellation);
        house.prowlarr = await FakeProwlarr.StartAsync(new(), Cancellation);
        SampleScores.Fill(house.radarr, movies: 20);
        var film = ServiceFilm.Write(house.Media, Path.Combine(house.Folder, "copies"), "film.mkv");
        house.prowlarr.AddIndexer("Tin Harbour", new("Tin Harbour"));
        house.service = await ServiceProcess.StartAsync(house.Data, house.Settings);
        house.Values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["{film}"] = film.Path, ["{media}"] = house.Media, ["{data}"] = house.Data, ["{work}"] = house.Work,
            ["{key}"] = ServiceClient.InitialKey(house.Data), ["{address}"] = house.service.Address.GetLeftPart(UriPartial.Authority),
        };
        house.Furnish();
        return house;
    }

    /// <summary>Runs commands one after the other in one shell.</summary>
    /// <returns>Of each what it ended with, and what it printed; fewer than there are commands where the shell gave up.</returns>
    [SuppressMessage("ApiDesign", "RS0030", Justification = "The shell of the reader, and the program under test in it.")]
    public async Task<IReadOnlyList<(int Code, string Output)>> RunAsync(IReadOnlyList<string> commands)
    {
        var script = Path.Combine(Directory.CreateTempSubdirectory("commands-").FullName, "block");
        await File.WriteAllTextAsync(script, string.Concat(commands.Select((command, number) => $"{{ {command}\n}} > {script}.{number} 2>&1; echo $? > {script}.{number}.code\n")), Cancellation);
        var start = new ProcessStartInfo("sh", [script]) { UseShellExecute = false, WorkingDirectory = Work, RedirectStandardInput = true, RedirectStandardError = true };
        foreach (var (name, value) in (IEnumerable<(string, string)>)[.. Settings, ("PATH", $"{Bin}:{Environment.GetEnvironmentVariable("PATH")}"), ("XDG_DATA_HOME", Path.Combine(Folder, "share")), ("HOME", Folder),
            ("TMPDIR", Folder), ("KEY", Values["{key}"]), ("PORT", service.Address.Port.ToString(CultureInfo.InvariantCulture))])
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var errors = await process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        var ends = Enumerable.Range(0, commands.Count).TakeWhile(number => File.Exists($"{script}.{number}.code"))
            .Select(number => (int.Parse(File.ReadAllText($"{script}.{number}.code"), CultureInfo.InvariantCulture), File.ReadAllText($"{script}.{number}"))).ToList();
        Directory.Delete(Path.GetDirectoryName(script)!, recursive: true);
        return ends.Count == commands.Count ? ends : [.. ends, (process.ExitCode, $"The shell gave up: {errors}")];
    }

    public async ValueTask DisposeAsync()
    {
        if (service is not null)
        {
            await service.DisposeAsync();
        }

        foreach (var fake in (FakeServarr?[])[radarr, sonarr, prowlarr])
        {
            await (fake?.DisposeAsync() ?? ValueTask.CompletedTask);
        }

        folder.Delete(recursive: true);
    }

    /// <summary>What lies where somebody reads, and the two programs whose names mean something else here.</summary>
    private void Furnish()
    {
        File.Copy(Path.Combine(Data, "initial-key"), Path.Combine(Work, "initial-key"));
        Directory.CreateDirectory(Path.Combine(Work, "config"));
        File.Copy(Path.Combine(Data, "initial-key"), Path.Combine(Work, "config", "initial-key"));
        Program("arrfunctions", $"exec '{Path.Combine(AppContext.BaseDirectory, "ArrFunctions.SelfHost")}' \"$@\"");
        Program("curl", "case \"$*\" in */events/stream*) patience=2 ;; *) patience=60 ;; esac\nexec /usr/bin/curl --silent --show-error --fail-with-body --max-time $patience \"$@\"");
    }

    private void Program(string name, string text)
    {
        var path = Path.Combine(Bin, name);
        File.WriteAllText(path, $"#!/bin/sh\n{text}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
