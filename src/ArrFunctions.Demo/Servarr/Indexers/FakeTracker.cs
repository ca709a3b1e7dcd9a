namespace ArrFunctions.Demo.Servarr.Indexers;

/// <summary>A site behind an indexer. It is asked within the process: what it does, the fake application tells as if it had asked over HTTP.</summary>
public sealed class FakeTracker
{
    private int requests;

    public FakeTracker(string name, TrackerBehaviour? behaviour = null)
        : this(name, _ => behaviour ?? TrackerBehaviour.Works())
    {
    }

    /// <param name="behaviour">What it does at a time.</param>
    public FakeTracker(string name, Func<DateTimeOffset, TrackerBehaviour> behaviour) => (Name, Behaviour) = (name, behaviour);

    public string Name { get; }

    public Uri Url => new($"https://{string.Concat(Name.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'))}.example/torznab");

    /// <summary>What an indexer needs to ask it. Secret.</summary>
    public string ApiKey { get; init; } = $"key-{Guid.NewGuid():N}";

    /// <summary>What it does at a time.</summary>
    public Func<DateTimeOffset, TrackerBehaviour> Behaviour { get; set; }

    /// <summary>How often it was asked.</summary>
    public int RequestCount => Volatile.Read(ref requests);

    /// <summary>From now on it does this.</summary>
    public void Becomes(TrackerBehaviour behaviour) => Behaviour = _ => behaviour;

    public override string ToString() => Name;

    internal TrackerBehaviour Ask(DateTimeOffset now)
    {
        Interlocked.Increment(ref requests);
        return Behaviour(now);
    }
}
