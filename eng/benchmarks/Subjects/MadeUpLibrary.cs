using System.Diagnostics;
using System.Globalization;
using ArrFunctions.Benchmarks.Measuring;
using ArrFunctions.Library;
using ArrFunctions.Library.Analysis;
using ArrFunctions.Library.Exports;
using ArrFunctions.Library.History;
using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Storage;
using ArrFunctions.Servarr;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.Benchmarks.Subjects;

/// <summary>The library of a Radarr that nobody asks: kept, analysed and changed as exports do it.</summary>
internal sealed class MadeUpLibrary : IAsyncDisposable
{
    private static readonly DateTimeOffset First = new(2023, 1, 2, 5, 0, 0, TimeSpan.Zero);
    private static readonly string[] Qualities = ["HDTV-720p", "WEBDL-1080p", "Bluray-1080p", "WEBDL-2160p"];
    private static readonly Instance Radarr = new() { Name = "radarr", Service = ServarrService.Radarr, Url = new("http://localhost"), ApiKey = "none" };

    private readonly Random random = new(7);
    private readonly string folder;
    private readonly int movies;
    private readonly StoredProfile profile;
    private SqliteStateFile file;
    private SqliteTableStore tables;

    private MadeUpLibrary(string folder, int movies)
    {
        (this.folder, this.movies) = (folder, movies);
        var points = new ScoreProfile
        {
            Id = 1,
            Name = "HD",
            IsUpgradeAllowed = true,
            Cutoff = 4,
            CutoffScore = 10_000,
            Scores = Enumerable.Range(1, 40).ToDictionary(static id => id, static id => id % 7 == 0 ? -10_000 : id * 50),
            Qualities = [.. Qualities.Select(static (name, place) => new ProfileQuality(place + 1, name, IsAllowed: true, [place + 1]))],
        };
        profile = new(points, ProfilePrint.Of(points, points.Scores.Keys));
        (file, tables) = Open();
    }

    private LibraryStore Store => new(tables);

    public static async Task<MadeUpLibrary> CreateAsync(string folder, int movies, CancellationToken cancellationToken)
    {
        var library = new MadeUpLibrary(folder, movies);
        await library.Store.SetRulesAsync(
            Radarr.Name,
            [library.profile],
            [.. library.profile.Profile.Scores.Keys.Select(static id => new StoredFormat(id, string.Create(CultureInfo.InvariantCulture, $"Format {id}"), "print"))],
            cancellationToken);
        foreach (var some in Enumerable.Range(1, movies).Chunk(ServarrClient.MostMovies))
        {
            await library.Store.CommitAsync(Radarr.Name, some.SelectMany(id => library.Entered(id, old: null, First, etag: null)), cancellationToken);
        }

        return library;
    }

    public async Task<LibraryAnalysis> AnalyseAsync(CancellationToken cancellationToken) =>
        LibraryAnalyst.Of(await new LibraryReader(Store).ReadAsync(Radarr, cancellationToken), hasWorkingIndexer: true, First, trends: null);

    /// <summary>One export a week: one of a hundred files is replaced in each.</summary>
    /// <returns>Changes that were kept.</returns>
    public async Task<int> LiveAsync(int weeks, CancellationToken cancellationToken)
    {
        var (exports, history, changes) = (new ExportStore(tables), new HistoryStore(tables), 0);
        for (var week = 1; week <= weeks; week++)
        {
            var now = First + TimeSpan.FromDays(7 * week);
            foreach (var id in Enumerable.Range(0, movies / 100).Select(_ => random.Next(movies) + 1).Distinct())
            {
                var (_, etag) = (await Store.FindTitleAsync(Radarr.Name, id, cancellationToken))!.Value;
                var known = await Store.FilesAsync(Radarr.Name, id, cancellationToken);
                await Store.CommitAsync(Radarr.Name, Entered(id, known, now, etag), cancellationToken);
                changes++;
            }

            await history.CountDaysAsync(Radarr.Name, DateOnly.FromDateTime(now.UtcDateTime).AddDays(-1), cancellationToken);
            var export = string.Create(CultureInfo.InvariantCulture, $"{week:x32}");
            await exports.SetAsync(
                new()
                {
                    Id = export, Instance = Radarr.Name, Service = Radarr.Service, Actor = "schedule", Started = now, Ended = now,
                    Snapshot = new(now, export, movies, movies * 5_000_000_000L, 100 + week, 90 + week, movies / 3, movies / 9, movies / 2, 70),
                },
                [],
                cancellationToken);
        }

        return changes;
    }

    public async Task<IReadOnlyList<Figure>> QueriesAsync(CancellationToken cancellationToken)
    {
        await file.DisposeAsync();
        (file, tables) = Open();
        var (exports, history) = (new ExportStore(tables), new HistoryStore(tables));
        var today = DateOnly.FromDateTime((First + TimeSpan.FromDays(7 * 156)).UtcDateTime);
        return
        [
            await TimeAsync("newest 100 changes", async () => await history.ListAsync(Radarr.Name, 100, cursor: null, cancellationToken)),
            await TimeAsync("changes of one item", async () => await history.OfAsync(Radarr.Name, new(7), cancellationToken).CountAsync(cancellationToken)),
            await TimeAsync("trends", async () => Trends.Of(await history.DaysAsync(Radarr.Name, cancellationToken), await exports.SnapshotsAsync(Radarr.Name, cancellationToken), today)),
            await TimeAsync("newest 100 exports", async () => await exports.ListAsync([Radarr.Name], 100, cursor: null, cancellationToken)),
            await TimeAsync("changes of a year", async () => await history.SinceAsync(Radarr.Name, First + TimeSpan.FromDays(7 * 104), cancellationToken).CountAsync(cancellationToken)),
        ];
    }

    /// <summary>MiB.</summary>
    public double StateSize() => new DirectoryInfo(folder).EnumerateFiles().Sum(static file => file.Length) / 1024.0 / 1024.0;

    public ValueTask DisposeAsync() => file.DisposeAsync();

    private static async Task<Figure> TimeAsync<T>(string quantity, Func<Task<T>> query)
    {
        var started = Stopwatch.GetTimestamp();
        await query();
        return new("product", quantity, FigureUnit.Milliseconds, Summary.Of(Stopwatch.GetElapsedTime(started).TotalMilliseconds));
    }

    private (SqliteStateFile File, SqliteTableStore Tables) Open()
    {
        var opened = SqliteStateFile.Open(new SqliteOptions { Folder = folder }, NullLogger<SqliteStateFile>.Instance);
        return (opened, new SqliteTableStore(opened));
    }

    /// <summary>A movie with a new file, as an export enters it.</summary>
    private IEnumerable<IReadOnlyList<TableChange>> Entered(
        int id, IReadOnlyList<(LibraryFile File, string RowKey, string ETag)>? old, DateTimeOffset now, string? etag)
    {
        var title = new LibraryTitle
        {
            Id = id,
            Title = string.Create(CultureInfo.InvariantCulture, $"A Movie of Some Name {id}"),
            Year = 1960 + (id % 66),
            ProfileId = 1,
            IsMonitored = id % 11 > 0,
            Genres = id % 3 == 0 ? ["Drama", "Crime"] : ["Comedy"],
            TmdbId = id,
            Runtime = 90 + (id % 60),
        };
        var known = old ?? [];
        var diff = ScoreDiff.Of(title, profile.Profile, [.. known.Select(static one => one.File)], [FileOf(id, now)], now, isNews: false, exportId: null);
        var print = now.ToString("O", CultureInfo.InvariantCulture);
        var stored = new StoredTitle { Title = title, Print = print, FetchedPrint = print, Fetched = now, ScoredBy = profile.Print };
        return TitleRecord.Changes(stored, etag, stored, known, diff);
    }

    private LibraryFile FileOf(int id, DateTimeOffset now)
    {
        List<int> formats = [.. Enumerable.Range(0, 4).Select(_ => random.Next(40) + 1).Distinct().Order()];
        var quality = random.Next(Qualities.Length);
        return new()
        {
            FileId = random.Next(int.MaxValue),
            Path = string.Create(CultureInfo.InvariantCulture, $"A Movie of Some Name {id} ({1960 + (id % 66)}) {Qualities[quality]}-GROUP.mkv"),
            Size = 1_000_000_000L + random.NextInt64(20_000_000_000),
            Added = now,
            Quality = Qualities[quality],
            QualityId = quality + 1,
            QualityResolution = quality == 3 ? 2160 : quality == 0 ? 720 : 1080,
            Formats = formats,
            Score = ProfileRules.ScoreOf(profile.Profile, formats),
            QualityCutoffNotMet = ProfileRules.IsQualityCutoffNotMet(profile.Profile, quality + 1),
            Media = new() { VideoCodec = "x265", Resolution = quality == 3 ? "3840x2160" : "1920x1080", AudioCodec = "EAC3", AudioChannels = 5.1m, AudioLanguages = "eng/ger", Runtime = 5400 + (id % 3600) },
            ReleaseGroup = "GROUP",
            Languages = ["English"],
        };
    }
}
