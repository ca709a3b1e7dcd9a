namespace ArrFunctions.Indexers;

/// <summary>When an indexer is taken out and brought back (section <c>Indexers:Heal</c>).</summary>
public sealed record HealOptions
{
    /// <summary><c>Indexers:Heal:DryRun</c>: nothing is tested and nothing is changed; what would be is shown.</summary>
    public bool DryRun { get; init; } = true;

    /// <summary><c>Indexers:Heal:Strikes</c>: so many failures in a row.</summary>
    public int Strikes { get; init; } = 5;

    /// <summary><c>Indexers:Heal:FailingFor</c>: and over at least so long, before it is taken out.</summary>
    public TimeSpan FailingFor { get; init; } = TimeSpan.FromHours(12);

    /// <summary><c>Indexers:Heal:Successes</c>: so many tests in a row before it is brought back.</summary>
    public int Successes { get; init; } = 2;

    /// <summary><c>Indexers:Heal:MinimumEnabled</c>: so many of each protocol stay on in each instance.</summary>
    public int MinimumEnabled { get; init; } = 1;

    /// <summary><c>Indexers:Heal:MostChanges</c>: of one sweep, over all instances.</summary>
    public int MostChanges { get; init; } = 3;

    /// <summary><c>Indexers:Heal:CoolDown</c>: so long an indexer that was changed is left as it is.</summary>
    public TimeSpan CoolDown { get; init; } = TimeSpan.FromHours(6);

    /// <summary><c>Indexers:Heal:OutageShare</c>: where at least so many percent of an instance's indexers begin to fail together, it is the network.</summary>
    public int OutageShare { get; init; } = 50;

    /// <summary><c>Indexers:Heal:Exclude</c>: names of indexers that are never changed, alone or as <c>instance/name</c>.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];
}
