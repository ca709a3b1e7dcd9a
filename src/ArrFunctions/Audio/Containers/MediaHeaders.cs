using ArrFunctions.Metadata.Languages;

namespace ArrFunctions.Audio.Containers;

/// <summary>The headers of one media file, read whole.</summary>
internal abstract class MediaHeaders
{
    /// <summary>Name of the container format, as a person says it: Matroska, WebM, MP4, QuickTime.</summary>
    public abstract string Format { get; }

    /// <summary>All audio tracks in file order.</summary>
    public abstract IReadOnlyList<AudioTrack> AudioTracks { get; }

    /// <summary>Languages of the tracks in file order, at least of all audio tracks, with their regions and scripts, which some tools lose.</summary>
    public virtual IReadOnlyList<LanguageTag> Languages => [.. AudioTracks.Select(track => track.Language)];

    /// <summary>The headers stand behind the media data, where a player that streams the file finds them last.</summary>
    public abstract bool IsBehindMedia { get; }

    /// <summary>The track list could grow by moving to another place in front of the media.</summary>
    public virtual bool CanMoveInFront => false;

    /// <summary>Names of all tracks in file order, also of those that are no audio, where the format keeps them in a place that tools lose.</summary>
    public virtual IReadOnlyList<string?> Names => [];

    /// <summary>Plans the writes after which the track at <paramref name="position"/> is the only default audio track.</summary>
    public abstract EditPlan PlanDefault(int position, AlternateGroupPolicy alternateGroups);

    /// <summary>Plans the writes after which the default track, which is right, says so itself, and not by the absence of a flag.</summary>
    /// <returns>Null where the format always says it, or has no room.</returns>
    public virtual EditPlan.Edit? PlanExplicit(int position) => null;
}
