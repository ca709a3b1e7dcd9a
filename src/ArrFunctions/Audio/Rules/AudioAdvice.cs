using ArrFunctions.Metadata;
using ArrFunctions.Metadata.Languages;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Platform;
using ArrFunctions.Servarr;

namespace ArrFunctions.Audio.Rules;

/// <summary>Finds out how the default track of a file is to be chosen: its original language, and the rule that holds for it.</summary>
/// <param name="options">With the rules.</param>
/// <param name="chain">Knows the original language.</param>
/// <param name="ask"><see cref="ServarrLibrary.FindAsync"/>.</param>
internal sealed class AudioAdvice(Live<AudioOptions> options, OriginalLanguageChain chain, AudioAdvice.Question ask)
{
    public AudioAdvice(Live<AudioOptions> options, OriginalLanguageChain chain, ServarrLibrary library)
        : this(options, chain, library.FindAsync)
    {
    }

    internal delegate Task<LibrarySubject?> Question(string? instance, int? id, string path, CancellationToken cancellationToken);

    /// <param name="path">Local path of the file.</param>
    /// <param name="instance">The instance that named the file; null when none did.</param>
    /// <param name="subject">What the event told; null when there was none.</param>
    /// <param name="named">The original language as a person named it; null where nobody did.</param>
    /// <param name="isLater">The event is a while ago: the tags and the type are asked for again, and where nobody answers, what it told holds.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task<FileAdvice> ForAsync(
        string path, string? instance, MediaSubject? subject, LanguageTag? named, bool isLater, CancellationToken cancellationToken)
    {
        subject ??= new();
        var byPerson = named is null ? null : new OriginalLanguage(named, LanguageSource.Person, $"a person says {named.EnglishName}");
        try
        {
            (instance, subject) = await LearnAsync(path, instance, subject, isLater, cancellationToken);
            if (byPerson is not null)
            {
                return Advise(path, instance, subject, byPerson);
            }

            var (found, learnt) = await chain.FindAsync(path, instance, subject, cancellationToken);
            return Advise(path, instance, Completed(learnt, subject), found);
        }
        catch (ServarrException fault)
        {
            // The tag is a promise, and the rules are the person's word: no guess takes their place.
            var unknown = new OriginalLanguage(Language: null, LanguageSource.None, $"it could not be asked for: {fault.Message}");
            var overSize = OverSize(path);
            return new(options.Value.RulesFor(named), byPerson ?? unknown, overSize ?? $"whether a tag or a rule holds for it cannot be asked now: {fault.Message}", subject)
            {
                IsForNow = overSize is null,
                Instance = instance,
            };
        }
    }

    private async Task<(string? Instance, MediaSubject Subject)> LearnAsync(
        string path, string? instance, MediaSubject told, bool isLater, CancellationToken cancellationToken)
    {
        var open = isLater ? told with { Tags = null, SeriesType = null } : told;
        try
        {
            return Lacks(instance, open) && await ask(instance, told.Id, path, cancellationToken) is { } known
                ? (instance ?? known.Instance, Completed(Completed(open, known.Subject), told))
                : (instance, told);
        }
        catch (ServarrException) when (!Lacks(instance, told))
        {
            return (instance, told);
        }
    }

    private FileAdvice Advise(string path, string? instance, MediaSubject subject, OriginalLanguage original)
    {
        var rule = options.Value.Rules.FirstOrDefault(rule => rule.HoldsFor(path, instance, subject));
        var skip = OverSize(path) ?? Tagged(subject) ?? (rule is { Skip: true } ? $"the rule {rule.Name} leaves it alone ({string.Join(", ", rule.Conditions)})" : null);
        return new(options.Value.RulesFor(original.Language, rule), original, skip, subject) { Rule = rule, Instance = instance };
    }

    private bool Lacks(string? instance, MediaSubject subject) =>
        (options.Value.SkipTag is not null && subject.Tags is null) || options.Value.Rules.Any(rule => rule.Lacks(instance, subject));

    private string? Tagged(MediaSubject subject) =>
        (subject.Tags ?? []).FirstOrDefault(tag => tag.Equals(options.Value.SkipTag, StringComparison.OrdinalIgnoreCase)) is { } tag
            ? $"its {(subject.Kind is MediaKind.Movie ? "movie" : subject.Kind is MediaKind.Series ? "series" : "movie or series")} has the tag '{tag}' (Audio:SkipTag)"
            : null;

    /// <summary>A file that cannot be looked at is no question of its size.</summary>
    private string? OverSize(string path)
    {
        try
        {
            using var file = LinuxFile.OpenPath(path);
            var size = LinuxFile.Status(file).Size;
            return size > options.Value.MaxFileSize ? $"it has {Units.Show(size)}, more than the {Units.Show(options.Value.MaxFileSize.Value)} of Audio:MaxFileSize" : null;
        }
        catch (LinuxFileException)
        {
            return null;
        }
    }

    /// <summary>What the one who knows better did not say is taken from the other. The original language stays with the one who told it.</summary>
    private static MediaSubject Completed(MediaSubject better, MediaSubject other) =>
        better.CompletedBy(other) with { OriginalLanguage = better.OriginalLanguage };
}
