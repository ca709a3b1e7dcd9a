using System.Diagnostics.CodeAnalysis;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Logs.Levels;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Ops.Logs;

/// <summary>The section <c>Logs</c>.</summary>
internal static class LogsSettings
{
    private static readonly SettingKind<KeyValuePair<string, LogLevel>> OneLevel = new(
        "is no category with its level, such as ArrFunctions.Indexers=debug", TryReadLevel)
    {
        Show = static level => $"{level.Key}={LevelWords.Of(level.Value)}",
    };

    private static readonly Setting<LogFormat> Format = new(
        "Logs:Format", SettingKinds.Choice<LogFormat>(), "text", "how lines are written, to the console and to the file: text, json");

    private static readonly Setting<LogLevel> Level = new(
        "Logs:Level", SettingKinds.Choice<LogLevel>(), "information", "lowest level that is written: trace, debug, information, warning, error, critical, none");

    private static readonly ListSetting<KeyValuePair<string, LogLevel>> Levels = new(
        "Logs:Levels", OneLevel, Default: null, "other levels for single categories and what is below them: ArrFunctions.Indexers=debug");

    private static readonly Setting<string> FilePath = new(
        "Logs:File:Path", SettingKinds.AbsolutePath, Default: null, "file that lines are also written to; without it there is none");

    private static readonly Setting<long> FileSize = new(
        "Logs:File:Size", SettingKinds.Size("64KiB", "10GB"), "10MB", "size after which another file is begun; one is begun each day as well");

    private static readonly Setting<int> FileCount = new("Logs:File:Count", SettingKinds.Integer(0, 1000), "14", "finished files that are kept, 0 to 1000");

    private static readonly Setting<TimeSpan> FileKeepFor = new(
        "Logs:File:KeepFor", SettingKinds.Duration("1h", "3650d"), "30d", "how long finished files are kept");

    public static IReadOnlyList<Setting> All { get; } = [Format, Level, Levels, FilePath, FileSize, FileCount, FileKeepFor];

    public static LogsOptions Read(SettingReader settings)
    {
        var (size, count, keepFor) = (settings.Get(FileSize), settings.Get(FileCount), settings.Get(FileKeepFor));
        var levels = settings.Get(Levels);
        foreach (var objection in levels.Select(level => ClosedCategories.Objection(level.Key, level.Value)).OfType<string>())
        {
            settings.Refuse($"{settings.NameOf(Levels)}: {objection}");
        }

        return new()
        {
            Format = settings.Get(Format),
            Level = settings.Get(Level),
            Levels = levels.DistinctBy(level => level.Key, StringComparer.OrdinalIgnoreCase).ToDictionary(StringComparer.OrdinalIgnoreCase),
            File = settings.TryGet(FilePath, out var path) ? new(path, size, count, keepFor) : null,
        };
    }

    private static bool TryReadLevel(string text, [MaybeNullWhen(false)] out KeyValuePair<string, LogLevel> value)
    {
        var (category, level) = text.Split('=') is [var name, var word] && LevelWords.TryRead(word.Trim(), out var read) ? (name.Trim(), read) : ("", default);
        value = new(category, level);
        return ClosedCategories.IsCategory(category);
    }
}
