using System.Diagnostics.CodeAnalysis;

namespace ArrFunctions.Library;

/// <summary>Holds equal values once.</summary>
internal sealed class SharedValues
{
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<int>> lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> words = new(StringComparer.Ordinal);

    [return: NotNullIfNotNull(nameof(text))]
    public string? Of(string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (!texts.TryGetValue(text, out var shared))
        {
            texts[text] = shared = text;
        }

        return shared;
    }

    public IReadOnlyList<int> Of(IReadOnlyList<int> numbers) => numbers.Count == 0 ? [] : Of(lists, string.Join(',', numbers), numbers);

    public LibraryMedia Of(LibraryMedia media) => media with
    {
        VideoCodec = Of(media.VideoCodec),
        Resolution = Of(media.Resolution),
        DynamicRange = Of(media.DynamicRange),
        AudioCodec = Of(media.AudioCodec),
        AudioLanguages = Of(media.AudioLanguages),
    };

    public LibraryTitle Of(LibraryTitle title) => title with
    {
        Genres = title.Genres.Count == 0 ? [] : Of(words, string.Join('\n', title.Genres), [.. title.Genres.Select(genre => Of(genre))]),
        Network = Of(title.Network),
        Status = Of(title.Status),
        Collection = Of(title.Collection),
    };

    private static IReadOnlyList<T> Of<T>(Dictionary<string, IReadOnlyList<T>> known, string key, IReadOnlyList<T> list)
    {
        if (!known.TryGetValue(key, out var shared))
        {
            known[key] = shared = list;
        }

        return shared;
    }
}
