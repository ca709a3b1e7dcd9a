namespace ArrFunctions.Ops.Configuration;

/// <summary>One setting as the catalogue declares it.</summary>
/// <param name="Key">Segments with colons; <c>{N}</c> stands for a place in a list, <c>{Lane}</c> for the name of a lane.</param>
/// <param name="Default">As one would write it; null: none.</param>
/// <param name="Description">One line; docs/configuration.md begins with it.</param>
internal abstract record Setting(string Key, string? Default, string Description)
{
    /// <summary>The value is shown to nobody.</summary>
    public abstract bool IsSecret { get; }

    /// <summary>How a value is written, for the schema.</summary>
    public abstract SettingShape Shape { get; }

    /// <summary>A change holds at once, without a restart.</summary>
    public bool IsLive { get; init; }

    /// <summary>It has several values: separated by commas, or as a list.</summary>
    public virtual bool IsList => false;

    /// <summary>The values that one text holds.</summary>
    public virtual IReadOnlyList<string> Split(string text) => [text];

    /// <summary>The same, marked as one whose changes hold at once.</summary>
    public Setting Live() => this with { IsLive = true };

    /// <summary>The part of the key before its first colon.</summary>
    public string Section => Key.Split(':')[0];
}

/// <summary>A setting with one value.</summary>
internal sealed record Setting<T>(string Key, SettingKind<T> Kind, string? Default, string Description) : Setting(Key, Default, Description)
{
    public override bool IsSecret => Kind.IsSecret;

    public override SettingShape Shape => Kind.Shape;

    /// <summary>The setting of one place of a list.</summary>
    public Setting<T> At(int place) => this with { Key = SettingKey.At(Key, place) };

    /// <summary>The setting of one lane.</summary>
    public Setting<T> Of(Jobs.Lane lane) => this with
    {
        Key = Key.Replace(SettingKey.LaneName, lane.ToString(), StringComparison.Ordinal),
        Default = Default?.Replace("{lane}", lane.ToString().ToLowerInvariant(), StringComparison.Ordinal),
    };
}

/// <summary>A setting with a list of values.</summary>
internal sealed record ListSetting<T>(string Key, SettingKind<T> Kind, string? Default, string Description) : Setting(Key, Default, Description)
{
    public override bool IsSecret => Kind.IsSecret;

    public override SettingShape Shape => Kind.Shape;

    public override bool IsList => true;

    /// <summary>The setting of one place of a list of entries.</summary>
    public ListSetting<T> At(int place) => this with { Key = SettingKey.At(Key, place) };

    public override IReadOnlyList<string> Split(string text) => Kind.Split(text);
}
