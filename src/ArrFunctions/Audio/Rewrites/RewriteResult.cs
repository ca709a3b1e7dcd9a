using ArrFunctions.Jobs;

namespace ArrFunctions.Audio.Rewrites;

/// <summary>What became of a rewrite.</summary>
internal abstract record RewriteResult
{
    private RewriteResult()
    {
    }

    /// <summary>The new file has the name.</summary>
    internal sealed record Made(RewriteRecord Record, IReadOnlyList<AudioTrack> TracksAfter) : RewriteResult;

    /// <summary>The file is as it was; it can be tried again.</summary>
    internal sealed record Postponed(WaitReason Reason, string Explanation) : RewriteResult;

    /// <summary>The file is as it was; no program could make a new one that is right.</summary>
    internal sealed record Impossible(string Explanation) : RewriteResult;

    /// <summary>The file is as it was; the policy does not let it be replaced.</summary>
    internal sealed record Forbidden(string Explanation) : RewriteResult;
}
