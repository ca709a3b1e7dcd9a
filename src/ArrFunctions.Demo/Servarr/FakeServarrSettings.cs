namespace ArrFunctions.Demo.Servarr;

/// <summary>How a fake application is set up.</summary>
public sealed record FakeServarrSettings
{
    /// <summary>Where its library really is; a Prowlarr has none.</summary>
    public string Folder { get; init; } = "";

    /// <summary>The same folder as the application sees it: <c>/tv</c>; null where it sees it as it is.</summary>
    public string? RootFolder { get; init; }

    /// <summary>Secret.</summary>
    public string ApiKey { get; init; } = Guid.NewGuid().ToString("N");

    /// <summary>Empty, or with a slash at its beginning: <c>/sonarr</c>.</summary>
    public string UrlBase { get; init; } = "";

    /// <summary>Null for the name of the application.</summary>
    public string? InstanceName { get; init; }

    /// <summary>As the events tell it; empty as it is at first.</summary>
    public string ApplicationUrl { get; init; } = "";

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Without the key.</summary>
    public override string ToString() => $"{RootFolder ?? Folder} in {Folder}";
}
