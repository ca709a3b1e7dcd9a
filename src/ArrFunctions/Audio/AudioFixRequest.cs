namespace ArrFunctions.Audio;

/// <summary>One file to set the default audio track of.</summary>
public sealed record AudioFixRequest
{
    public required string Path { get; init; }

    /// <summary>Nothing outside is touched, wherever symbolic links lead.</summary>
    public required MediaRoots Roots { get; init; }

    /// <summary>What to look for in its tracks.</summary>
    public required SelectionRules Rules { get; init; }

    /// <summary>False plans the change and writes nothing.</summary>
    public bool Apply { get; init; }

    /// <summary>A person asked for this very file, which also covers one whose last fix was taken back.</summary>
    public bool IsNamedByPerson { get; init; }

    /// <summary>A new file may be written where it cannot be done in place, which can take hours.</summary>
    public bool MayRewrite { get; init; }

    /// <summary>Told how far a rewrite has come, from 0 to 1.</summary>
    public IProgress<double>? Progress { get; init; }

    /// <summary>The job it is done for.</summary>
    public string? JobId { get; init; }

    /// <summary>The job was begun before and cut off: a change that it made then is told as its change now.</summary>
    public bool IsResumed { get; init; }
}
