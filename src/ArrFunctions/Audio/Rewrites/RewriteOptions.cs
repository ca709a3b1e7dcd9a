namespace ArrFunctions.Audio.Rewrites;

/// <summary>What is done with a file that cannot be changed in place (<c>Audio:Fallback</c>).</summary>
public sealed record RewriteOptions
{
    /// <summary><c>Audio:Fallback:Enabled</c>: false leaves such files as they are.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary><c>Audio:Fallback:Tools</c>: which programs may be used, the first that can is.</summary>
    public IReadOnlyList<RewriteTool> Tools { get; init; } = [RewriteTool.Mkvpropedit, RewriteTool.Mkvmerge, RewriteTool.Ffmpeg];

    /// <summary><c>Audio:Fallback:MaxGrowth</c>: bytes that mkvpropedit may add to a file.</summary>
    public long MaxGrowth { get; init; } = 64 * 1024;

    /// <summary><c>Audio:Fallback:MovedHeader</c>.</summary>
    public MovedHeaderPolicy MovedHeader { get; init; } = MovedHeaderPolicy.Refuse;

    /// <summary><c>Audio:Fallback:Timeout</c>: a tool that takes longer is stopped.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromHours(6);

    /// <summary><c>Audio:KeepOriginal</c>: how long the file as it was is kept beside the new one; zero keeps none, and nothing can be taken back.</summary>
    public TimeSpan KeepOriginal { get; init; }
}
