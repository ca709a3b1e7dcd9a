using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Tests.Ops.Configuration;

public sealed class YamlFileTests : IDisposable
{
    private readonly Configured configured = new();

    public void Dispose() => configured.Dispose();

    [Theory]
    [InlineData("Audio:\n  DryRun: true\n   X: 1\n", "line 3, column 5: ")]
    [InlineData("Audio:\n  DryRun: *x\n", "line 2, column 11: Anchors and aliases")]
    [InlineData("Audio: &a\n  DryRun: true\n", "line 1, column 8: Anchors and aliases")]
    [InlineData("Audio:\n  &a DryRun: true\n", "line 2, column 14: A name")]
    [InlineData("Audio:\n  DryRun: !!bool true\n", "line 2, column 11: Tags")]
    [InlineData("Audio: !x {}\n", "line 1, column 8: Tags")]
    [InlineData("Audio:\n  DryRun: true\n  dryrun: false\n", "line 3, column 3: Audio:dryrun stands here a second time")]
    [InlineData("Audio:\n  [a, b]: true\n", "line 2, column 3: A name")]
    [InlineData("Audio: {}\n---\nJobs: {}\n", "line 2, column 1: A second document")]
    [InlineData("just words\n", "line 1, column 1: The file does not begin with a section")]
    [InlineData("- Audio\n", "line 1, column 1: The file does not begin with a section")]
    [InlineData("Audio: {DryRun: true\n", "line 2, column 1: ")]
    [InlineData("Audio:\n\tDryRun: true\n", "line 1, column 1: ")]
    public void What_cannot_be_read_is_told_with_its_line_and_column(string yaml, string message) =>
        Assert.StartsWith($"{configured.YamlPath}, {message}", Assert.Single(configured.YamlErrors(yaml)), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    [InlineData("---\n...\n")]
    [InlineData("~\n")]
    [InlineData("\uFEFFAudio:\n  DryRun: true\n")]
    [InlineData("Audio:\r\n  DryRun: \"true\"\r\n")]
    [InlineData("Audio: {DryRun: 'true', Channels: [5.1, 2]}")]
    public void An_empty_file_and_every_style_of_scalar_are_read(string yaml) => Assert.True(configured.YamlOptions(yaml).Audio.DryRun);

    [Fact]
    public void Lists_in_lists_end_at_a_depth()
    {
        var yaml = $"Audio: {new string('[', 17)}{new string(']', 17)}";
        Assert.Contains("nested more than 16 deep", Assert.Single(configured.YamlErrors(yaml)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_more_than_a_mebibyte_is_not_read()
    {
        Assert.Contains("more than 1024 KiB", Assert.Single(configured.YamlErrors(new string('#', (1024 * 1024) + 1))), StringComparison.Ordinal);
        configured.YamlOptions(new string('#', 1024 * 1024));
    }

    [Fact]
    public void A_file_that_is_not_there_is_an_error()
    {
        var result = ConfigurationReader.Read(new() { File = configured.YamlPath });
        Assert.Equal(
            [$"The configuration file {configured.YamlPath} cannot be read: there is no such file."], Assert.IsType<ConfigurationResult.Invalid>(result).Errors);
    }

    [Fact]
    public void A_file_in_another_encoding_is_an_error()
    {
        File.WriteAllBytes(configured.YamlPath, [(byte)'#', 0xE9]);
        Assert.Contains("it is not UTF-8", Assert.Single(
            Assert.IsType<ConfigurationResult.Invalid>(ConfigurationReader.Read(new() { File = configured.YamlPath })).Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("${MEDIA}", "/tv")]
    [InlineData("'${MEDIA}/a${MEDIA}'", "/tv/a/tv")]
    [InlineData("/a$b", "/a$b")]
    [InlineData("/$$", "/$")]
    [InlineData("/$${MEDIA}", "/${MEDIA}")]
    [InlineData("${TWICE}", "/${MEDIA}")]
    public void Variables_are_expanded_once(string text, string expected) => Assert.Equal(
        [expected], configured.YamlOptions($"Audio:\n  Roots: [{(text.StartsWith('\'') ? text : $"'{text}'")}]\n", ("MEDIA", "/tv"), ("TWICE", "/${MEDIA}")).Audio.Roots);

    [Theory]
    [InlineData("${NOTHING}", "The variable NOTHING is not set")]
    [InlineData("${", "${ begins a variable")]
    [InlineData("${NAME:-x}", "${ begins a variable")]
    public void A_variable_that_is_not_set_is_named_with_its_line(string text, string message) => Assert.StartsWith(
        $"{configured.YamlPath}, line 2, column 11: {message}", Assert.Single(configured.YamlErrors($"Audio:\n  DryRun: '{text}'\n", ("NAME", "x"))), StringComparison.Ordinal);

    [Fact]
    public void Whatever_is_in_the_file_the_answer_is_options_or_errors()
    {
        var random = new Random(TestSettings.Seed);
        const string Signs = "[]{}:-,&*!|>'\"%@`#?$ \n\t\r\0\u0085~aA0";
        var sample = "Audio:\n  Languages: [jpn, 'eng']\n  Roots:\n  - \"/a\\n\"\nServarr: {Instances: [{Service: sonarr, Url: http://a}]}\nJobs:\n  MaxAttempts: |\n    3\n";
        for (var run = 0; run < 1000; run++)
        {
            var text = sample.ToCharArray().ToList();
            for (var change = random.Next(1, 6); change > 0; change--)
            {
                var place = random.Next(text.Count);
                text.RemoveRange(place, random.Next(Math.Min(3, text.Count - place)));
                text.Insert(place, Signs[random.Next(Signs.Length)]);
            }

            Assert.True(configured.Yaml(new string([.. text])) is ConfigurationResult.Valid or ConfigurationResult.Invalid { Errors.Count: > 0 }, $"Seed {TestSettings.Seed}.");
        }
    }
}
