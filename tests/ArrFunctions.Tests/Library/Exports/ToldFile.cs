using System.Text.Json;
using ArrFunctions.Demo.Servarr;
using ArrFunctions.Library;

namespace ArrFunctions.Tests.Library.Exports;

/// <summary>A file as far as it must be stored as its application tells it.</summary>
internal sealed record ToldFile(int TitleId, int Id, string Path, long Size, string Quality, int Score, string Formats, bool QualityCutoffNotMet)
{
    public static ToldFile Of(LibraryRow row) => new(
        row.Title.Id, row.File.FileId, row.File.Path, row.File.Size, row.File.Quality, row.File.Score, string.Join(' ', row.File.Formats), row.File.QualityCutoffNotMet);

    /// <summary>All files of a fake, as each is told alone.</summary>
    public static async Task<List<ToldFile>> AllAsync(FakeLibrary fake)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = fake.Url };
        http.DefaultRequestHeaders.Add("X-Api-Key", fake.ApiKey);
        var files = new List<ToldFile>();
        var kind = fake is FakeRadarr ? "moviefile" : "episodefile";
        foreach (var file in fake.Files)
        {
            using var told = JsonDocument.Parse(await http.GetStringAsync(new Uri($"api/v3/{kind}/{file.Id}", UriKind.Relative), TestContext.Current.CancellationToken));
            files.Add(Of(told.RootElement, fake is FakeRadarr ? "movieId" : "seriesId"));
        }

        return [.. files.OrderBy(static file => file.TitleId).ThenBy(static file => file.Id)];
    }

    /// <summary>What is stored is what the application tells.</summary>
    public static async Task AssertStoredAsync(LibraryBench bench, FakeLibrary fake, string instance) => Assert.Equal(
        await AllAsync(fake), (await bench.RowsAsync(instance)).Select(Of).OrderBy(static file => file.TitleId).ThenBy(static file => file.Id));

    private static ToldFile Of(JsonElement file, string title) => new(
        file.GetProperty(title).GetInt32(),
        file.GetProperty("id").GetInt32(),
        file.GetProperty("relativePath").GetString()!,
        file.GetProperty("size").GetInt64(),
        file.GetProperty("quality").GetProperty("quality").GetProperty("name").GetString()!,
        file.GetProperty("customFormatScore").GetInt32(),
        string.Join(' ', file.GetProperty("customFormats").EnumerateArray().Select(static format => format.GetProperty("id").GetInt32()).Order()),
        file.GetProperty("qualityCutoffNotMet").GetBoolean());
}
