namespace ArrFunctions.Ops.Configuration;

/// <summary>One text as a source holds it.</summary>
/// <param name="Key">Segments with colons, spelled as the source spells them.</param>
/// <param name="Place">Where exactly: "config.yaml, line 3", "Audio__DryRun", "--language".</param>
/// <param name="Text">May be a secret. Null: it cannot be read, which was told.</param>
internal sealed record SettingEntry(SettingSource Source, string Key, string Place, string? Text)
{
    /// <summary>In the file, from 1.</summary>
    public long? Line { get; init; }

    /// <summary>In the line, from 1.</summary>
    public long? Column { get; init; }

    /// <summary>How errors call it: by its key and its source.</summary>
    public string Name => Source switch
    {
        SettingSource.File or SettingSource.Stored => $"{Key} ({Place})",
        SettingSource.Environment => $"{Place} (environment)",
        _ => Place,
    };

    /// <summary>A key as it is written in this source.</summary>
    public string Spell(string key) => Source is SettingSource.Environment ? SettingKey.ToVariable(key) : key;

    /// <summary>Without the text.</summary>
    public override string ToString() => Name;
}
