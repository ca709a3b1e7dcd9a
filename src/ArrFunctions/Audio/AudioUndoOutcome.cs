namespace ArrFunctions.Audio;

/// <summary>What became of the wish to take a fix back.</summary>
public abstract record AudioUndoOutcome
{
    private AudioUndoOutcome()
    {
    }

    /// <summary>The file holds its original bytes again.</summary>
    /// <param name="JobId">The job that had made the change; null where none did.</param>
    public sealed record Undone(string Path, string FixId, string? JobId, IReadOnlyList<AudioTrack> After) : AudioUndoOutcome
    {
        /// <summary>The file has another length than before.</summary>
        public bool HasOtherSize { get; init; }
    }

    /// <summary>The file is as it was; the explanation says why, and what to do.</summary>
    public sealed record Refused(string Explanation) : AudioUndoOutcome;
}
