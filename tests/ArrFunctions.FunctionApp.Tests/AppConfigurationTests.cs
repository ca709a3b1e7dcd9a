using ArrFunctions.Metadata.Languages;

namespace ArrFunctions.FunctionApp.Tests;

public sealed class AppConfigurationTests : IDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("functions-");

    public void Dispose() => data.Delete(recursive: true);

    [Fact]
    public async Task Settings_of_the_app_win_over_the_file_in_the_data_folder()
    {
        Write("Audio:\n  DryRun: true\n  Languages: jpn\n");

        var options = (await ReadAsync(("Audio__DryRun", "false"))).Options;

        Assert.False(options.Audio.DryRun);
        Assert.Equal(LanguageTag.Parse("jpn"), Assert.Single(options.Audio.Languages));
    }

    [Theory]
    [InlineData("Jobs:\n  Queues:\n    Webhook: another\n", "Jobs:Queues:Webhook", "Jobs__Queues__Webhook")]
    [InlineData("Schedules:\n  JobSweep: 0 0 * * * *\n", "Schedules:JobSweep", "Schedules__JobSweep")]
    public async Task A_name_that_triggers_read_is_refused_in_the_file(string yaml, string key, string variable)
    {
        Write(yaml);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => ReadAsync());

        Assert.StartsWith($"{key} is set in {data.FullName}", failure.Message, StringComparison.Ordinal);
        Assert.Contains(variable, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => ReadAsync(("Audio__DryRun", "perhaps"), ("Audio__Nonsense", "1")));

        Assert.Contains("Audio__DryRun", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Audio__Nonsense", failure.Message, StringComparison.Ordinal);
    }

    private Task<Ops.Configuration.ConfigurationResult.Valid> ReadAsync(params (string Name, string Text)[] environment) =>
        AppConfiguration.ReadAsync(data.FullName, environment.ToDictionary(variable => variable.Name, variable => variable.Text, StringComparer.Ordinal), tables: null);

    private void Write(string yaml) => File.WriteAllText(Path.Combine(data.FullName, AppConfiguration.FileName), yaml);
}
