using ArrFunctions.Jobs;

namespace ArrFunctions.Audio.Undo;

/// <summary>What became of one recorded change.</summary>
internal abstract record ChangeResult
{
    private ChangeResult()
    {
    }

    /// <summary>The change is in the file, durable and verified.</summary>
    /// <param name="TracksAfter">The audio tracks as they were read again from the file.</param>
    internal sealed record Made(string UndoId, IReadOnlyList<AudioTrack> TracksAfter, long BytesRead, long BytesWritten) : ChangeResult;

    /// <summary>The file is as it was; it can be tried again.</summary>
    internal sealed record Postponed(WaitReason Reason, string Explanation) : ChangeResult;

    /// <summary>The file is as it was; the policy does not let it be changed.</summary>
    internal sealed record Forbidden(string Explanation) : ChangeResult;

    /// <summary>The change is not in the file; the explanation says whether the file is as it was.</summary>
    internal sealed record Abandoned(string Explanation) : ChangeResult;
}
