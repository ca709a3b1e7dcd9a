using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace ArrFunctions.Ops.Configuration;

/// <summary>Turns texts into the values of options. What is wrong is collected, not thrown.</summary>
internal sealed partial class SettingReader(SettingLayers layers, Findings findings)
{
    private readonly List<ShownSetting> shown = [];

    /// <summary>What was read, in that order.</summary>
    public IReadOnlyList<ShownSetting> Shown => shown;

    /// <summary>Whether a source says something, right or wrong.</summary>
    public bool Has(Setting setting) => layers.Find(setting.Key) is not null;

    /// <inheritdoc cref="SettingLayers.Places"/>
    public IEnumerable<int> Places(string list) => layers.Places(list);

    /// <summary>The key and the source of a value, for errors.</summary>
    public string NameOf(Setting setting) => layers.Find(setting.Key)?.Entry.Name ?? setting.Key;

    /// <summary>For what only several settings together can be wrong about.</summary>
    /// <param name="error">A sentence that names keys and sources, never a secret.</param>
    public void Refuse(string error) => findings.Refuse(error.Contains(" is missing. ", StringComparison.Ordinal) ? "missing" : "contradiction", error, layers.About(error));

    /// <summary>For what can be meant, and mostly is not.</summary>
    /// <param name="warning">A sentence that names keys and sources, never a secret.</param>
    public void Warn(string warning) => findings.Warn("doubtful", warning, layers.About(warning));

    /// <summary>The value, else the default; the default of the type where there is none, or the value is wrong.</summary>
    public T Get<T>(Setting<T> setting) => TryGet(setting, out var value) ? value : default!;

    /// <summary>False when there is neither a value nor a default, or the value is wrong.</summary>
    public bool TryGet<T>(Setting<T> setting, [MaybeNullWhen(false)] out T value)
    {
        var values = Read(setting, setting.Kind);
        value = values.Count == 1 ? values[0] : default;
        return values.Count == 1;
    }

    public IReadOnlyList<T> Get<T>(ListSetting<T> setting) => Read(setting, setting.Kind);

    private List<T> Read<T>(Setting setting, SettingKind<T> kind)
    {
        var given = layers.Find(setting.Key);
        var (values, texts) = (new List<T>(), new List<string>());
        foreach (var item in given?.Items ?? Default(setting))
        {
            // White space around a secret may belong to it, and is told.
            var text = kind.IsSecret ? item.Text! : item.Text!.Trim();
            if (kind.TryRead(text, out var value))
            {
                values.Add(value);
                texts.Add(kind.Show?.Invoke(value) ?? text);
            }
            else
            {
                findings.Refuse("invalidValue", $"{item.Name}{Quote(kind, text)} {kind.Objection?.Invoke(text) ?? kind.Complaint}.", item);
            }
        }

        var hidden = setting.IsSecret ? ShownSetting.Hidden : string.Join(',', texts);
        shown.Add(new(
            setting.Key, texts.Count == 0 ? null : hidden, given?.Entry.Source ?? SettingSource.Default, given?.Entry.Place, setting.Description));
        return values;
    }

    private static IEnumerable<SettingEntry> Default(Setting setting)
    {
        var texts = setting.Default is null ? [] : setting.Split(setting.Default);
        return texts.Select(text => new SettingEntry(SettingSource.Default, setting.Key, setting.Key, text));
    }

    /// <summary>A wrong value is told, unless it is or could be a secret that came to the wrong place.</summary>
    private static string Quote<T>(SettingKind<T> kind, string text) => kind.IsQuoted && !LikeSecret.IsMatch(text) ? $": '{text}'" : "";

    [GeneratedRegex("[A-Za-z0-9_-]{16,}|[\n]", RegexOptions.None, 1000)]
    private static partial Regex LikeSecret { get; }
}
