namespace ArrFunctions.Audio.Containers;

/// <summary>The headers of one media file, read whole.</summary>
internal abstract class MediaHeaders
{
    /// <summary>Name of the container format, as a person says it: Matroska, WebM, MP4, QuickTime.</summary>
    public abstract string Format { get; }

    /// <summary>All audio tracks in file order.</summary>
    public abstract IReadOnlyList<AudioTrack> AudioTracks { get; }

    /// <summary>Plans the writes after which the track at <paramref name="position"/> is the only default audio track.</summary>
    public abstract EditPlan PlanDefault(int position, AlternateGroupPolicy alternateGroups);
}
