using System.Reflection;
using System.Text;
using System.Text.Json;
using ArrFunctions.Library;
using ArrFunctions.Library.Analysis;
using ArrFunctions.Library.Artifacts;
using ArrFunctions.Servarr;

namespace ArrFunctions.Tests.Library.Artifacts;

public sealed class JsonArtifactTests
{
    private const string Hostile = "</script><script>alert(1)</script> =cmd|' /C calc'!A0 \u2028 \"\r\n\0 שלום\u202e 👨‍👩‍👧‍👦";

    private static readonly LibraryRow[] Rows =
    [
        new(Sample.Film(Hostile), Sample.File(new('x', 500))),
        new(
            new() { Id = 2, Title = "Bare", ProfileId = 9 },
            new() { FileId = 8, Path = "b", Quality = "", Episodes = [Sample.Episode(1), new(5, 0, 0)] }),
    ];

    public static TheoryData<bool, ServarrService> Contents => new() { { false, ServarrService.Radarr }, { true, ServarrService.Sonarr } };

    [Theory]
    [MemberData(nameof(Contents))]
    public async Task The_document_is_as_its_schema_says(bool isEmpty, ServarrService service)
    {
        using var schema = await SchemaAsync();

        using var document = await DocumentAsync(isEmpty ? Empty(service) : Sample.Content(service, Rows));

        Assert.Empty(new JsonSchema(schema.RootElement).Errors(document.RootElement));
    }

    [Fact]
    public async Task A_document_that_is_otherwise_is_not_as_the_schema_says()
    {
        using var schema = await SchemaAsync();
        var text = await Sample.TextAsync("export.json", Sample.Content(ServarrService.Radarr, Rows));

        foreach (var (now, then) in (IEnumerable<(string, string)>)
        [
            ("\"score\":950", "\"score\":\"950\""), ("\"score\":950,", ""), ("\"score\":950", "\"scores\":950"), ("\"radarr\"", "\"lidarr\""), ("\"share\":0.5", "\"share\":5"),
            ("2026-11-21T13:00:00", "2026-11-21 13:00:00"),
        ])
        {
            Assert.Contains(now, text, StringComparison.Ordinal);
            using var document = JsonDocument.Parse(text.Replace(now, then, StringComparison.Ordinal));
            Assert.NotEmpty(new JsonSchema(schema.RootElement).Errors(document.RootElement));
        }
    }

    [Fact]
    public async Task Texts_come_back_and_none_means_anything_in_a_page()
    {
        var text = await Sample.TextAsync("export.json", Sample.Content(ServarrService.Radarr, Rows));
        using var document = JsonDocument.Parse(text);

        Assert.Equal(Hostile, document.RootElement.GetProperty("files")[0].GetProperty("title").GetString());
        Assert.DoesNotMatch("[<>&'\u2028]", text);
        Assert.Contains("שלום", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lone_surrogate_becomes_the_sign_for_it()
    {
        using var document = await DocumentAsync(Sample.Content(ServarrService.Radarr, new LibraryRow(Sample.Film("a\ud800b"), Sample.File())));

        Assert.Equal("a\uFFFDb", document.RootElement.GetProperty("files")[0].GetProperty("title").GetString());
    }

    [Fact]
    public async Task The_analysis_is_there_with_all_that_it_has()
    {
        using var document = await DocumentAsync(Sample.Content(ServarrService.Radarr, Rows));
        var analysis = document.RootElement.GetProperty("analysis");

        string[] outside = [nameof(LibraryAnalysis.Instance), nameof(LibraryAnalysis.Service), nameof(LibraryAnalysis.Collected)];
        Assert.Equal(Members(typeof(LibraryAnalysis)).Except(outside.Select(JsonNamingPolicy.CamelCase.ConvertName)), Names(analysis));
        Assert.Equal(Members(typeof(CategoryFigures)), Names(analysis.GetProperty("categories")[0]));
    }

    [Fact]
    public async Task Lines_are_what_the_document_has_as_files()
    {
        using var schema = await SchemaAsync();
        var content = Sample.Content(ServarrService.Sonarr, Rows);
        using var document = await DocumentAsync(content);
        var lines = await Sample.TextAsync("files.ndjson", content);

        Assert.EndsWith("\n", lines, StringComparison.Ordinal);
        Assert.Equal(document.RootElement.GetProperty("files").EnumerateArray().Select(file => file.GetRawText()), lines.TrimEnd('\n').Split('\n'));
        foreach (var line in lines.TrimEnd('\n').Split('\n'))
        {
            using var file = JsonDocument.Parse(line);
            Assert.Empty(new JsonSchema(schema.RootElement).Errors(file.RootElement, "#/$defs/file"));
        }
    }

    [Fact]
    public async Task An_empty_library_is_no_line() => Assert.Empty(await Sample.WriteAsync("files.ndjson", Empty(ServarrService.Radarr)));

    [Fact]
    public async Task The_schema_lies_beside_the_document_under_the_name_that_it_gives()
    {
        using var document = await DocumentAsync(Sample.Content(ServarrService.Radarr));

        var name = document.RootElement.GetProperty("$schema").GetString()!;
        using var expected = await SchemaAsync();
        using var schema = JsonDocument.Parse(await Sample.WriteAsync(name, Sample.Content(ServarrService.Radarr)));

        Assert.True(JsonElement.DeepEquals(expected.RootElement, schema.RootElement));
    }

    private static ExportContent Empty(ServarrService service) => Sample.Content(service) with { Analysis = Sample.Empty(service), Missing = [] };

    private static IEnumerable<string> Members(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);

    private static async Task<JsonDocument> DocumentAsync(ExportContent content) =>
        JsonDocument.Parse(Encoding.UTF8.GetString(await Sample.WriteAsync("export.json", content)));

    private static async Task<JsonDocument> SchemaAsync()
    {
        await using var stream = JsonArtifacts.OpenSchema();
        return await JsonDocument.ParseAsync(stream, cancellationToken: TestContext.Current.CancellationToken);
    }
}
