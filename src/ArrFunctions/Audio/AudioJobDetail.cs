namespace ArrFunctions.Audio;

/// <summary>What an audio job found: the choice, and the tracks before and after.</summary>
/// <param name="Chosen">Number of the chosen track among the audio tracks, from 1.</param>
/// <param name="Before">The first 100 tracks, each with its rank and why.</param>
/// <param name="After">The same after a change; null where nothing was changed.</param>
internal sealed record AudioJobDetail(int? Chosen, IReadOnlyList<TrackJson> Before, IReadOnlyList<TrackJson>? After)
{
    private const int Most = 100;

    /// <summary>Null for a file that could not be read.</summary>
    public static AudioJobDetail? Of(AudioFixOutcome outcome) => outcome.Selection is not { } selection ? null : new(
        selection.Chosen?.Position + 1,
        [.. selection.Judgements.Take(Most).Select(TrackJson.Of)],
        outcome is AudioFixOutcome.Changed changed ? [.. changed.After.Take(Most).Select(TrackJson.Of)] : null);
}
