namespace ArrFunctions.Demo.Servarr.Indexers;

/// <summary>What a site does when it is asked.</summary>
public sealed record TrackerBehaviour(TrackerAnswer Answer)
{
    public static readonly TrackerBehaviour Empty = new(TrackerAnswer.Empty);
    public static readonly TrackerBehaviour Page = new(TrackerAnswer.Page);
    public static readonly TrackerBehaviour Unauthorized = new(TrackerAnswer.Unauthorized);
    public static readonly TrackerBehaviour Captcha = new(TrackerAnswer.Captcha);
    public static readonly TrackerBehaviour Unavailable = new(TrackerAnswer.Unavailable);
    public static readonly TrackerBehaviour WrongKey = new(TrackerAnswer.WrongKey);
    public static readonly TrackerBehaviour LimitReached = new(TrackerAnswer.LimitReached);
    public static readonly TrackerBehaviour NoSuchHost = new(TrackerAnswer.NoSuchHost);
    public static readonly TrackerBehaviour ConnectionRefused = new(TrackerAnswer.ConnectionRefused);
    public static readonly TrackerBehaviour TlsFailure = new(TrackerAnswer.TlsFailure);
    internal static readonly TrackerBehaviour Gone = new(TrackerAnswer.Gone);

    /// <summary>How many releases it finds.</summary>
    public int Results { get; init; }

    /// <summary>As the history tells it; on the clock it passes only for a test of a site that hangs.</summary>
    public TimeSpan ResponseTime { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>What it asks for with its 429, if it does.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public static TrackerBehaviour Works(int results = 20, int milliseconds = 200) =>
        new(TrackerAnswer.Works) { Results = results, ResponseTime = TimeSpan.FromMilliseconds(milliseconds) };

    public static TrackerBehaviour RateLimited(TimeSpan? retryAfter = null) => new(TrackerAnswer.RateLimited) { RetryAfter = retryAfter };

    /// <param name="time">When whoever asks gives up: 100 s where nothing is said.</param>
    public static TrackerBehaviour Hangs(TimeSpan? time = null) => new(TrackerAnswer.Hangs) { ResponseTime = time ?? TimeSpan.FromSeconds(100) };
}
