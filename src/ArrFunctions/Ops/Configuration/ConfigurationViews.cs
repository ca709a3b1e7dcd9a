using System.Text.Json;

namespace ArrFunctions.Ops.Configuration;

/// <summary>Every setting, as <c>GET config</c> shows it.</summary>
/// <param name="NeedsRestart">Whether something waits for the next start.</param>
/// <param name="Problems">Why what the sources say now cannot be used, so that what was before still holds; empty: it can.</param>
internal sealed record ConfigurationView(bool NeedsRestart, IReadOnlyList<string> Problems, IReadOnlyList<string> Warnings, IReadOnlyList<SettingView> Settings)
{
    public static ConfigurationView Of(ConfigurationState state)
    {
        IReadOnlyList<SettingView> settings = [.. state.Wanted.Settings.Select(shown => SettingView.Of(shown, state))];
        return new(settings.Any(static setting => setting.IsPending), state.Trouble ?? [], state.Wanted.Warnings, settings);
    }
}

/// <param name="Value">As it is written; null: none, or a secret.</param>
/// <param name="Source"><c>default</c>, <c>stored</c>, <c>file</c>, <c>environment</c> or <c>commandLine</c>.</param>
/// <param name="Place">Where in the source.</param>
/// <param name="IsSet">Whether there is a value; a secret's is not shown.</param>
/// <param name="IsLive">A change holds at once; else after the next start.</param>
/// <param name="IsPending">The value that is shown holds only after the next start.</param>
/// <param name="IsFixed">The file, the environment or the command line sets it, so that a stored value has no effect.</param>
/// <param name="IsStorable">It can be set by <c>PUT config</c>.</param>
/// <param name="IsList">It has several values, which <paramref name="Value"/> has with commas between them.</param>
/// <param name="Type">Of a value: <c>string</c>, <c>boolean</c> or <c>integer</c>.</param>
/// <param name="Choices">The only values there are; null where there are others.</param>
internal sealed record SettingView(
    string Key,
    string? Value,
    string Source,
    string? Place,
    bool IsSet,
    bool IsSecret,
    bool IsLive,
    bool IsPending,
    bool IsFixed,
    bool IsStorable,
    bool IsList,
    string Type,
    IReadOnlyList<string>? Choices,
    string? Default,
    string Description)
{
    public static SettingView Of(ShownSetting shown, ConfigurationState state)
    {
        var known = SettingCatalogue.Find(shown.Key)!;
        var (sources, isSecret) = (state.Wanted.Sources, known.Setting.IsSecret);
        return new(
            shown.Key,
            isSecret ? null : shown.Value,
            JsonNamingPolicy.CamelCase.ConvertName(shown.Source.ToString()),
            shown.Place,
            shown.Value is not null,
            isSecret,
            known.Setting.IsLive && !sources.IsReadByHost(shown.Key),
            state.IsWaiting(known),
            shown.Source > SettingSource.Stored || sources.IsReadByHost(shown.Key),
            StorableKeys.Has(known, sources),
            known.Setting.IsList && known.Item is null,
            known.Setting.Shape.Type,
            known.Setting.Shape.Values is { Count: > 0 } values ? values : null,
            known.Setting.Default,
            shown.Description);
    }
}

/// <summary>What came of a change.</summary>
/// <param name="Settings">One for each setting that was named.</param>
internal sealed record ChangeReport(IReadOnlyList<ChangedSetting> Settings);

/// <param name="Effect"><c>live</c>: it holds now; <c>restart</c>: after the next start; <c>overridden</c>: another source decides, see <paramref name="By"/>; <c>unchanged</c>.</param>
/// <param name="By">What decides instead.</param>
internal sealed record ChangedSetting(string Key, string Effect, string? By);

/// <summary>What <c>POST config/validate</c> found.</summary>
internal sealed record ValidationReport(bool IsValid, IReadOnlyList<FindingView> Findings);

/// <inheritdoc cref="Finding"/>
internal sealed record FindingView(string Severity, string Code, string Message, string? Key, string? Source, long? Line, long? Column)
{
    public static FindingView Of(Finding finding) => new(
        Word(finding.Severity.ToString()), finding.Code, finding.Message, finding.Key, finding.Source is { } source ? Word(source.ToString()) : null, finding.Line, finding.Column);

    private static string Word(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
