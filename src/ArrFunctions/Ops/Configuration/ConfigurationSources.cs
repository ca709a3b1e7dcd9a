namespace ArrFunctions.Ops.Configuration;

/// <summary>Where a host found settings.</summary>
internal sealed record ConfigurationSources
{
    /// <summary>Path of a YAML file; null: none. A file that is named and missing is an error.</summary>
    public string? File { get; init; }

    /// <summary>The file may come and go: the usual one of a data folder, which nobody named.</summary>
    public bool IsFileOptional { get; init; }

    /// <summary>Read in place of the file, from somebody who may not read what this program can; see <see cref="LookUps"/>.</summary>
    public string? Text { get; init; }

    /// <summary>What was set at run time.</summary>
    public IReadOnlyList<SettingEntry> Stored { get; init; } = [];

    /// <summary>The whole environment; what is not ours is passed over.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Options of the command line that stand for a setting.</summary>
    public IReadOnlyList<SettingFlag> Flags { get; init; } = [];

    /// <summary>How settings begin that the host reads itself out of the environment alone, to know what its triggers listen to.</summary>
    public IReadOnlyList<string> ReadByHost { get; init; } = [];

    /// <summary>Whether the host reads a setting itself.</summary>
    public bool IsReadByHost(string key) => ReadByHost.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>Without the texts.</summary>
    public override string ToString() => nameof(ConfigurationSources);
}

/// <summary>An option of the command line that stands for a setting.</summary>
/// <param name="Name">As it is written: <c>--language</c>.</param>
/// <param name="Key">The setting: <c>Audio:Languages</c>.</param>
internal sealed record SettingFlag(string Name, string Key, string Text);
