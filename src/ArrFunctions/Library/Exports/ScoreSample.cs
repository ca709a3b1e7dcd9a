using System.Net;
using ArrFunctions.Servarr;

namespace ArrFunctions.Library.Exports;

/// <summary>Asks for some files of which everything is known, and compares.</summary>
internal sealed class ScoreSample(LibraryStore store, ServarrClient client)
{
    public const int Size = 50;

    /// <param name="settled">Ids of the movies or series whose files are as they were.</param>
    /// <param name="profiles">As they are now.</param>
    /// <param name="formats">As they are now: one that is gone is matched by no file any more.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>What is not as it should be, in a sentence; null: all is.</returns>
    public async Task<string?> DisagreementAsync(
        IReadOnlyList<int> settled, IReadOnlyList<StoredProfile> profiles, IReadOnlyList<StoredFormat> formats, CancellationToken cancellationToken)
    {
        var rules = profiles.ToDictionary(static profile => profile.Profile.Id, static profile => profile.Profile);
        var existing = formats.Select(static format => format.Id).ToHashSet();
        var sample = await ChooseAsync(settled, cancellationToken);
        if (sample.Count == 0)
        {
            return null;
        }

        var told = new Dictionary<int, MediaFileResource>();
        try
        {
            await foreach (var file in AskAsync(sample, cancellationToken))
            {
                told[file.Id] = file;
            }
        }
        catch (ServarrException gone) when (gone.Status is HttpStatusCode.InternalServerError)
        {
            // Sonarr: one of them is not there any more, and nothing told of that.
            return "Files that were to be compared are gone, and nothing told of it.";
        }

        var (title, other) = sample.FirstOrDefault(known => !IsAsTold(known.Title, known.File, told.GetValueOrDefault(known.File.FileId), rules, existing));
        return other is null ? null : $"{Quoted.Of(TitleText.Of(title, other.Episodes))} has another score or other custom formats than are stored, and nothing told of it.";
    }

    private async Task<List<(LibraryTitle Title, LibraryFile File)>> ChooseAsync(IReadOnlyList<int> settled, CancellationToken cancellationToken)
    {
        var ids = settled.ToArray();
        Random.Shared.Shuffle(ids);
        var chosen = new List<(LibraryTitle, LibraryFile)>();
        foreach (var id in ids.Take(Size))
        {
            var files = (await store.FilesAsync(client.Instance.Name, id, cancellationToken)).Select(static file => file.File).ToArray();
            Random.Shared.Shuffle(files);
            if (await store.FindTitleAsync(client.Instance.Name, id, cancellationToken) is var (title, _))
            {
                // Of few series several files each.
                chosen.AddRange(files.Take(Math.Max(1, Size / ids.Length)).Select(file => (title.Title, file)));
            }
        }

        return chosen;
    }

    private IAsyncEnumerable<MediaFileResource> AskAsync(List<(LibraryTitle Title, LibraryFile File)> sample, CancellationToken cancellationToken) =>
        client.Instance.Service is ServarrService.Radarr
            ? client.MovieFilesAsync(sample.Select(static known => known.Title.Id), cancellationToken)
            : client.EpisodeFilesByIdAsync(sample.Select(static known => known.File.FileId), cancellationToken);

    /// <summary>The formats as they are stored, and the score that they give by the profile as it is now.</summary>
    private static bool IsAsTold(LibraryTitle title, LibraryFile known, MediaFileResource? told, Dictionary<int, ScoreProfile> profiles, HashSet<int> formats) =>
        told is not null && FileReading.Of(told, known.Episodes) is var file && file.Formats.SequenceEqual(known.Formats.Where(formats.Contains))
        && (!profiles.TryGetValue(title.ProfileId, out var profile) || ProfileRules.ScoreOf(profile, file.Formats) == file.Score);
}
