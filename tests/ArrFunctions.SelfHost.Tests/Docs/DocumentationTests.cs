using System.Text.RegularExpressions;
using ArrFunctions.Audio;
using ArrFunctions.Audio.Languages;
using ArrFunctions.SelfHost.Tests.Commands;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.SelfHost.Tests.Docs;

/// <summary>What the documents say about settings and options is what the program takes.</summary>
public sealed partial class DocumentationTests
{
    [Fact]
    public void Every_audio_setting_is_documented_with_its_default()
    {
        var documented = SettingRow.Matches(Repository.Read("docs/configuration.md")).ToDictionary(row => row.Groups["name"].Value, row => row.Groups["default"].Value);
        var defaults = new AudioOptions();
        var actual = typeof(AudioOptions).GetProperties().ToDictionary(
            property => property.Name is nameof(AudioOptions.AlternateGroup) ? "Audio__Mp4__AlternateGroup" : $"Audio__{property.Name}",
            property => property.GetValue(defaults));
        Assert.Equal(actual.Keys.Order(), documented.Keys.Order());
        Assert.All(actual, setting => Assert.Equal(Text(setting.Value!), documented[setting.Key], ignoreCase: true));
    }

    [Theory]
    [InlineData("audio", "fix")]
    public async Task Every_option_of_a_command_is_documented(params string[] command)
    {
        var section = Repository.Read("docs/cli.md").Split("## ").Single(part => part.StartsWith(string.Join(' ', command), StringComparison.Ordinal));
        var help = (await CommandRun.OfAsync([.. command, "--help"])).Output;
        var documented = Option.Matches(section.Split("\nWhat each")[0]).Select(match => match.Value).ToHashSet();
        var actual = Option.Matches(help).Select(match => match.Value).Except(["--help", "--version"]).ToHashSet();
        Assert.Equal(actual.Order(), documented.Order());
    }

    [Fact]
    public async Task Every_command_is_documented()
    {
        var documents = Repository.Read("docs/cli.md");
        var audio = (await CommandRun.OfAsync("audio", "--help")).Output;
        Assert.All(["inspect", "explain", "fix", "undo"], command =>
        {
            Assert.Contains($"`audio {command} ", documents, StringComparison.Ordinal);
            Assert.Contains($"  {command} ", audio, StringComparison.Ordinal);
        });
        Assert.Equal(4, CommandRow.Count(audio));
    }

    private static string Text(object value) => value switch
    {
        IReadOnlyList<LanguageTag> languages => string.Join(',', languages.Select(tag => tag.Language)),
        System.Collections.ICollection { Count: 0 } => "none",
        _ => value.ToString()!,
    };

    [GeneratedRegex(@"^\| `(?<name>Audio__\w+)` \| `?(?<default>[^`|]*?)`? \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SettingRow { get; }

    [GeneratedRegex("--[a-z][a-z-]+", RegexOptions.None, 1000)]
    private static partial Regex Option { get; }

    [GeneratedRegex(@"^  \w+ <.*?>  ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CommandRow { get; }
}
