using ArrFunctions.Metadata;
using ArrFunctions.Metadata.Languages;

namespace ArrFunctions.Audio.Rules;

/// <summary>What some files are to be treated by instead of the section <c>Audio</c> (<c>Audio:Rules:N</c>); the first rule whose conditions hold is taken.</summary>
internal sealed record AudioRule
{
    /// <summary>Its place in the list, from 0.</summary>
    public required int Number { get; init; }

    /// <summary>Conditions; an empty one holds for every file, all others have to hold together, each by one of its values.</summary>
    public IReadOnlyList<Glob> Paths { get; init; } = [];

    public IReadOnlyList<string> Instances { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyList<SeriesType> SeriesTypes { get; init; } = [];

    public IReadOnlyList<MediaKind> Kinds { get; init; } = [];

    /// <summary>What it changes; null leaves it as it is in the section.</summary>
    public IReadOnlyList<LanguageTag>? Languages { get; init; }

    public UndeterminedPolicy? Undetermined { get; init; }

    public IReadOnlyList<string>? Codecs { get; init; }

    public IReadOnlyList<int>? Channels { get; init; }

    public IReadOnlyList<TrackPoints>? Scores { get; init; }

    /// <summary>The file is left alone.</summary>
    public bool Skip { get; init; }

    /// <summary>As errors and explanations call it.</summary>
    public string Name => $"Audio:Rules:{Number}";

    /// <summary>For people: "path /media/anime/**", "tag kids or german".</summary>
    public IReadOnlyList<string> Conditions =>
    [
        .. Condition("path", Paths), .. Condition("instance", Instances), .. Condition("tag", Tags),
        .. Condition("series type", SeriesTypes.Select(type => type.ToString().ToLowerInvariant())),
        .. Condition("kind", Kinds.Select(kind => kind.ToString().ToLowerInvariant())),
    ];

    /// <param name="path">Local path of the file, as it is named: symbolic links are not followed.</param>
    /// <param name="instance">The instance that manages it; null when none does.</param>
    /// <param name="subject">What is known of it; what nobody knows fulfils no condition.</param>
    public bool HoldsFor(string path, string? instance, MediaSubject subject) =>
        (Paths.Count == 0 || Paths.Any(glob => glob.IsMatch(path)))
        && Holds(Instances, instance)
        && (Tags.Count == 0 || (subject.Tags ?? []).Any(tag => Holds(Tags, tag)))
        && Holds([.. SeriesTypes.Select(type => type.ToString())], subject.SeriesType)
        && (Kinds.Count == 0 || Kinds.Contains(subject.Kind));

    /// <summary>Whether a condition of it asks for what nobody has told yet.</summary>
    public bool Lacks(string? instance, MediaSubject subject) =>
        (Instances.Count > 0 && instance is null)
        || (Tags.Count > 0 && subject.Tags is null)
        || (SeriesTypes.Count > 0 && subject.SeriesType is null && subject.Kind is not MediaKind.Movie)
        || (Kinds.Count > 0 && subject.Kind is MediaKind.Unknown);

    private static bool Holds(IReadOnlyList<string> allowed, string? value) =>
        allowed.Count == 0 || (value is not null && allowed.Contains(value, StringComparer.OrdinalIgnoreCase));

    private static IEnumerable<string> Condition<T>(string name, IEnumerable<T> values) =>
        values.Any() ? [$"{name} {string.Join(" or ", values)}"] : [];
}
