using ArrFunctions.Ops.Configuration;
using ArrFunctions.Servarr;

namespace ArrFunctions.Setup.Takeover;

/// <summary>Something that is taken over, as settings.</summary>
/// <param name="Settings">Texts by key; secrets too.</param>
/// <param name="Says">What a person should know of it; never a secret. Null: nothing.</param>
internal sealed record TakenSetting(Taken Taken, TakenState State, IReadOnlyDictionary<string, IReadOnlyList<string>> Settings, string? Says = null)
{
    public bool IsToBeWritten => State is TakenState.New or TakenState.Replaced;

    /// <summary>As anybody may see them.</summary>
    public IEnumerable<(string Key, string Text)> Shown => Settings.Select(static setting =>
        (setting.Key, SettingCatalogue.Find(setting.Key) is { Setting.IsSecret: false } ? string.Join(", ", setting.Value.Select(WithoutPassword)) : ShownSetting.Hidden));

    /// <summary>An address of theirs may hold a user, a password, or a key in its query.</summary>
    private static string WithoutPassword(string text) => text.Contains("://", StringComparison.Ordinal) ? Redaction.Redact(text, []) : text;

    /// <summary>Without the texts.</summary>
    public override string ToString() => $"{Taken.From}: {State}";
}
