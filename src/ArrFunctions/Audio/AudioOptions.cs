using ArrFunctions.Audio.Rewrites;
using ArrFunctions.Audio.Rules;
using ArrFunctions.Metadata.Languages;

namespace ArrFunctions.Audio;

/// <summary>Settings of the audio feature (section <c>Audio</c>).</summary>
public sealed record AudioOptions
{
    /// <summary><c>Audio:Languages</c>: wanted languages after the original one, the most wanted first.</summary>
    public IReadOnlyList<LanguageTag> Languages { get; init; } = [LanguageTag.Parse("eng")];

    /// <summary><c>Audio:Undetermined</c>.</summary>
    public UndeterminedPolicy Undetermined { get; init; } = UndeterminedPolicy.Ignore;

    /// <summary><c>Audio:Codecs</c>: preferred codecs by short name, the best first.</summary>
    public IReadOnlyList<string> Codecs { get; init; } = [];

    /// <summary><c>Audio:Channels</c>: preferred channel counts, the best first; 5.1 is 6.</summary>
    public IReadOnlyList<int> Channels { get; init; } = [];

    /// <summary><c>Audio:Scores</c>: points for tracks with a trait.</summary>
    internal IReadOnlyList<TrackPoints> Scores { get; init; } = [];

    /// <summary><c>Audio:Rules</c>: what holds for some files instead; the first that fits.</summary>
    internal IReadOnlyList<AudioRule> Rules { get; init; } = [];

    /// <summary><c>Audio:SkipTag</c>: a movie or series with this tag is left alone, in any case of letters; null where no tag does that.</summary>
    public string? SkipTag { get; init; } = "arrfunctions-ignore";

    /// <summary><c>Audio:MaxFileSize</c>, in bytes: a larger file is left alone.</summary>
    public long? MaxFileSize { get; init; }

    /// <summary><c>Audio:SkipIfCorrect</c>: a file whose chosen track is the only default one is left alone; false also writes the flags that it only implies.</summary>
    public bool SkipIfCorrect { get; init; } = true;

    /// <summary><c>Audio:Roots</c>: folders outside which nothing is touched; where none is named, the command line takes each path it is given as its root.</summary>
    public IReadOnlyList<string> Roots { get; init; } = [];

    /// <summary><c>Audio:HardlinkPolicy</c>.</summary>
    public HardlinkPolicy HardlinkPolicy { get; init; } = HardlinkPolicy.Defer;

    /// <summary><c>Audio:AllowHardlinkEdits</c>: the second key of <see cref="HardlinkPolicy.Allow"/>.</summary>
    public bool AllowHardlinkEdits { get; init; }

    /// <summary><c>Audio:KeepModifiedTime</c>: put the modification time back after a fix. Media servers look again by it, so the default is false.</summary>
    public bool KeepModifiedTime { get; init; }

    /// <summary><c>Audio:DryRun</c>: plan, and write nothing. True at first; a file that a person names with <c>--apply</c> is fixed all the same.</summary>
    public bool DryRun { get; init; } = true;

    /// <summary><c>Audio:Mp4:AlternateGroup</c>.</summary>
    public AlternateGroupPolicy AlternateGroup { get; init; } = AlternateGroupPolicy.Set;

    /// <summary><c>Audio:Fallback</c>.</summary>
    public RewriteOptions Rewrites { get; init; } = new();

    /// <param name="originalLanguage">Null when nobody knows it.</param>
    /// <param name="rule">The one that holds for the file.</param>
    internal SelectionRules RulesFor(LanguageTag? originalLanguage, AudioRule? rule = null) => new()
    {
        OriginalLanguage = originalLanguage,
        Languages = rule?.Languages ?? Languages,
        Undetermined = rule?.Undetermined ?? Undetermined,
        Codecs = rule?.Codecs ?? Codecs,
        Channels = rule?.Channels ?? Channels,
        Scores = rule?.Scores ?? Scores,
    };
}
