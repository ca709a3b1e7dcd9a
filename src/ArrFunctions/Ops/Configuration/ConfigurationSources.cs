namespace ArrFunctions.Ops.Configuration;

/// <summary>Where a host found settings.</summary>
internal sealed record ConfigurationSources
{
    /// <summary>Path of a YAML file; null: none. A file that is named and missing is an error.</summary>
    public string? File { get; init; }

    /// <summary>The whole environment; what is not ours is passed over.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Options of the command line that stand for a setting.</summary>
    public IReadOnlyList<SettingFlag> Flags { get; init; } = [];
}

/// <summary>An option of the command line that stands for a setting.</summary>
/// <param name="Name">As it is written: <c>--language</c>.</param>
/// <param name="Key">The setting: <c>Audio:Languages</c>.</param>
internal sealed record SettingFlag(string Name, string Key, string Text);
