namespace ArrFunctions.SelfHost.Tests.EndToEnd;

/// <summary>A running host, as the suite meets it: an address, a key, and a folder of media that both see.</summary>
public abstract class HostFixture : IAsyncLifetime
{
    public Uri Address { get; protected set; } = null!;

    /// <summary>An admin key.</summary>
    public string Key { get; protected set; } = null!;

    /// <summary>Inside <c>Audio:Roots</c> of the host, which changes files there.</summary>
    public string Media { get; protected set; } = null!;

    /// <summary>The same folder, as the host sees it.</summary>
    public string MediaThere { get; protected set; } = null!;

    /// <summary>The names of the indexers that are played for the host; none where it was set up by somebody else.</summary>
    public IReadOnlyList<string> Indexers { get; protected set; } = [];

    /// <summary>A path in <see cref="Media"/>, as the host sees it.</summary>
    public string There(string path) => MediaThere + path[Media.Length..];

    internal HostClient Client(string? key = null) => new(Address, key ?? Key);

    internal HostClient Stranger() => new(Address, key: null);

    /// <summary>Films in a folder of their own.</summary>
    internal HostFilms Films(int count) => new(this, count);

    public abstract ValueTask InitializeAsync();

    public abstract ValueTask DisposeAsync();
}
