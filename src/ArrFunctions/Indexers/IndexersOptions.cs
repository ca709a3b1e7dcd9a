using ArrFunctions.Indexers.Discovery;

namespace ArrFunctions.Indexers;

/// <summary>How indexers are watched and healed (section <c>Indexers</c>).</summary>
public sealed record IndexersOptions
{
    /// <summary><c>Indexers:CacheFor</c>: so long what an instance told is used again before it is asked anew.</summary>
    public TimeSpan CacheFor { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary><c>Indexers:CachedInstances</c>: of so many instances at once.</summary>
    public int CachedInstances { get; init; } = 64;

    /// <summary><c>Indexers:TestInterval</c>: between two tests of an indexer of Sonarr or Radarr that works.</summary>
    public TimeSpan TestInterval { get; init; } = TimeSpan.FromHours(3);

    /// <summary><c>Indexers:LongestTestInterval</c>: up to where the interval doubles with each failure.</summary>
    public TimeSpan LongestTestInterval { get; init; } = TimeSpan.FromHours(24);

    /// <summary><c>Indexers:KeepObservations</c>: so long single observations are kept.</summary>
    public TimeSpan KeepObservations { get; init; } = TimeSpan.FromDays(90);

    /// <summary><c>Indexers:KeepDays</c>: so long the figures of each day are kept; those of months stay.</summary>
    public TimeSpan KeepDays { get; init; } = TimeSpan.FromDays(400);

    public HealOptions Heal { get; init; } = new();

    public DiscoveryOptions Discovery { get; init; } = new();

    /// <summary>Midnight of the first day whose observations are all kept.</summary>
    internal DateTimeOffset ObservedFrom(DateTimeOffset now) => new(now.UtcDateTime.Date - KeepObservations, TimeSpan.Zero);
}
