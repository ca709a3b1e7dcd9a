using System.Text.RegularExpressions;
using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Setup.Takeover;

/// <summary>Reads a <c>config.yaml</c> of another program, with <c>${NAME}</c> anywhere in a text.</summary>
internal static partial class TheirYamlFile
{
    private static readonly Dictionary<string, string> NoVariables = new(StringComparer.Ordinal);

    /// <param name="path">Of the file.</param>
    /// <param name="variables">What <c>${NAME}</c> stands for.</param>
    /// <exception cref="TheirConfigurationException">It cannot be read, or is no YAML.</exception>
    public static IReadOnlyList<TheirValue> Read(string path, IReadOnlyDictionary<string, string> variables)
    {
        var text = SmallFile.TryRead(path, YamlFile.MaxBytes, out var fault) ?? throw new TheirConfigurationException($"{path} cannot be read: {fault}.");
        var findings = new Findings();

        // A dollar is doubled so that it comes out as it is: they have no sign for one that is meant itself.
        var entries = YamlFile.Read(path, text.Replace("$", "$$", StringComparison.Ordinal), NoVariables, allowed: null, findings);
        return findings.HasErrors ? throw new TheirConfigurationException(findings.All[0].Message) : [.. entries.Select(entry => ToValue(entry, variables))];
    }

    private static TheirValue ToValue(SettingEntry entry, IReadOnlyDictionary<string, string> variables)
    {
        string? unset = null;
        var text = Variable.Replace(entry.Text!, match =>
        {
            var name = match.Groups["name"].Value;
            if (variables.TryGetValue(name, out var value))
            {
                return value;
            }

            unset ??= name;
            return match.Value;
        });
        return new(NameOf(entry.Key), text, unset);
    }

    /// <summary><c>path_mappings:0:remote</c> as <c>path_mappings[0].remote</c>.</summary>
    private static string NameOf(string key) => string.Concat(key.Split(':').Select(static (segment, place) =>
        SettingKey.TryReadPlace(segment, out _) ? $"[{segment}]" : place == 0 ? segment : $".{segment}"));

    [GeneratedRegex(@"\$\{(?<name>[^}]{1,200})\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Variable { get; }
}
