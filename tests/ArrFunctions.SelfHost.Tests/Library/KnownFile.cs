using System.Text.Json;
using ArrFunctions.Demo.Servarr;
using ArrFunctions.SelfHost.Tests.Batches;

namespace ArrFunctions.SelfHost.Tests.Library;

/// <summary>A file as an application has it, or as an export tells it.</summary>
internal sealed record KnownFile(int TitleId, int EpisodeId, int FileId, string Path, long Size, string Quality, int Score)
{
    public static IReadOnlyList<KnownFile> Of(FakeLibrary fake) => Sorted(fake.Files.Select(file => new KnownFile(
        file.SubjectId,
        file.Episodes is [var first, ..] ? first.Id : 0,
        file.Id,
        file.RelativePath,
        file.Size,
        file.Import.Quality,
        fake.Profiles.Find(ProfileOf(fake, file))!.ScoreOf(file.Import.CustomFormats))));

    /// <param name="export"><c>export.json</c>.</param>
    public static IReadOnlyList<KnownFile> Of(JsonElement export) => Sorted(export.GetProperty("files").EnumerateArray().Select(static file => new KnownFile(
        file.GetProperty("titleId").GetInt32(),
        file.GetProperty("episodes").EnumerateArray().Select(static episode => episode.GetProperty("id").GetInt32()).FirstOrDefault(),
        file.GetProperty("fileId").GetInt32(),
        file.Text("path"),
        file.GetProperty("size").GetInt64(),
        file.Text("quality"),
        file.GetProperty("score").GetInt32())));

    public static int ProfileOf(FakeLibrary fake, LibraryFile file) =>
        fake is FakeRadarr radarr ? radarr.Movies.Find(file.SubjectId)!.ProfileId : ((FakeSonarr)fake).Series.Find(file.SubjectId)!.ProfileId;

    private static List<KnownFile> Sorted(IEnumerable<KnownFile> files) => [.. files.OrderBy(static file => file.FileId)];
}
