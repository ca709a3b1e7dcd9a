using ArrFunctions.Audio.Containers;
using ArrFunctions.Audio.Rewrites;
using ArrFunctions.Jobs;

namespace ArrFunctions.Audio;

/// <summary>What became of one file.</summary>
public abstract record AudioFixOutcome
{
    private AudioFixOutcome()
    {
    }

    /// <summary>A sentence for people: what happened, and what to do where something should be done.</summary>
    public abstract string Sentence { get; }

    /// <summary>The choice, where the file could be read.</summary>
    public TrackSelection? Selection { get; init; }

    /// <summary>The chosen track is the only default one now.</summary>
    /// <param name="UndoId">Takes the change back with <c>audio undo</c>; null where it cannot be.</param>
    /// <param name="After">The audio tracks as they were read again.</param>
    /// <param name="BytesRead">Bytes of headers read, the second reading that verified them included.</param>
    /// <param name="BytesWritten">Bytes changed in place; of a new file, all.</param>
    public sealed record Changed(string? UndoId, IReadOnlyList<AudioTrack> After, long BytesRead, long BytesWritten) : AudioFixOutcome
    {
        internal RoomRule Room { get; init; }

        /// <summary>Set where a new file was written.</summary>
        internal RewriteRecord? Rewrite { get; init; }

        /// <summary>The file has another length than before.</summary>
        public bool HasOtherSize => Rewrite is { } rewrite && rewrite.NewSize != rewrite.Size;

        public override string Sentence => $"{Describe(Selection!.Chosen!)} is the default now: {Selection.Reason}{Rewritten}";

        private string Rewritten => Rewrite switch
        {
            null => "",
            { KeptUntil: { } until } => $"; the file was written anew by {ToolName}, and the original is kept until {until:yyyy-MM-dd}",
            _ => $"; the file was written anew by {ToolName}, and no original is kept (Audio:KeepOriginal), so it cannot be taken back",
        };

        private string ToolName => Rewrite!.Tool.ToString().ToLowerInvariant();
    }

    /// <summary>The right track was the only default one already.</summary>
    public sealed record AlreadyCorrect : AudioFixOutcome
    {
        public override string Sentence => $"{Describe(Selection!.Chosen!)} is the default already: {Selection.Reason}";
    }

    /// <summary>A dry run found what would be changed.</summary>
    /// <param name="Obstacle">Why a new file would have to be written; null where it can be done in place.</param>
    public sealed record Planned(string? Obstacle = null) : AudioFixOutcome
    {
        public override string Sentence => $"{Describe(Selection!.Chosen!)} would become the default: {Selection.Reason}{Anew}";

        private string Anew => Obstacle is null ? "" : $"; the file would be written anew, because {Obstacle}";
    }

    /// <summary>A new file has to be written, and was not: the request did not allow it.</summary>
    public sealed record NeedsRewrite(string Obstacle) : AudioFixOutcome
    {
        public override string Sentence => $"the file has to be written anew, because {Obstacle}";
    }

    /// <summary>It cannot be done now, and will be possible by itself later.</summary>
    public sealed record Waiting(WaitReason Reason, string Explanation) : AudioFixOutcome
    {
        public override string Sentence => Explanation;
    }

    /// <summary>There is nothing to do for this file, or it may not be done.</summary>
    public sealed record Skipped(SkipReason Reason, string Explanation) : AudioFixOutcome
    {
        public override string Sentence => Explanation;
    }

    /// <summary>Something went wrong; the file is as it was, unless the explanation says otherwise.</summary>
    public sealed record Failed(string Explanation, FailReason Reason = FailReason.Fault) : AudioFixOutcome
    {
        public override string Sentence => Explanation;
    }

    private static string Describe(AudioTrack track) => $"track {track.Position + 1} ({track.Language.EnglishName}, {track.Codec})";
}

/// <summary>Why nothing is done for a file.</summary>
public enum SkipReason
{
    /// <summary>No audio track answers a wanted language.</summary>
    NoMatch,

    /// <summary>It is no container that can be read here.</summary>
    Unsupported,

    /// <summary>The change cannot be made in place.</summary>
    NoRoom,

    /// <summary>The file has other names, and the policy is to leave such files.</summary>
    Hardlinked,

    /// <summary>Somebody took the last fix of this file back.</summary>
    HandsOff,

    /// <summary>A rule or a tag says that the file is to be left alone.</summary>
    RuledOut,
}
