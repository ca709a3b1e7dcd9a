using System.Text.Json;
using ArrFunctions.Servarr;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.Tests.Servarr;

/// <summary>What a real application answered, in <c>shared/fixtures/arr-recorded</c> beside the repository.</summary>
internal sealed record RecordedReply(string Name, int Status, JsonElement Sent, string Body, string ContentType)
{
    private static string Folder => Repository.PathOf("../shared/fixtures/arr-recorded");

    public ServarrService Service => Enum.Parse<ServarrService>(Name.Split('-')[0], ignoreCase: true);

    public static IEnumerable<string> Named(string pattern) =>
        Directory.EnumerateFiles(Folder, $"{pattern}.json").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal);

    /// <summary>A resource that was recorded alone.</summary>
    public static string Resource(string name) => File.ReadAllText(Path.Combine(Folder, $"{name}.json"));

    public static RecordedReply Read(string name)
    {
        var recorded = JsonElement.Parse(Resource(name));
        var body = recorded.GetProperty("body");
        return new(
            name,
            recorded.GetProperty("status").GetInt32(),
            recorded.GetProperty("request").GetProperty("body"),
            body.ValueKind is JsonValueKind.String && body.GetString() is "" ? "" : body.GetRawText(),
            recorded.GetProperty("headers").TryGetProperty("Content-Type", out var type) ? type.GetString()! : "");
    }
}
