using ArrFunctions.Demo.Servarr;
using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.SelfHost.Commands.Demo;

/// <summary>What the service of the demo is told, as a user would tell it: what belongs to the machine in the environment, the rest in a file.</summary>
internal static class DemoConfiguration
{
    public static ConfigurationResult.Valid Of(DemoFolders folders, FakeSonarr sonarr, FakeRadarr radarr, FakeProwlarr prowlarr)
    {
        File.WriteAllText(folders.ConfigurationFile, Text(folders));
        return ConfigurationReader.Read(new()
        {
            File = folders.ConfigurationFile,
            Environment = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["SONARR_URL"] = sonarr.Url.OriginalString,
                ["SONARR_API_KEY"] = sonarr.ApiKey,
                ["RADARR_URL"] = radarr.Url.OriginalString,
                ["RADARR_API_KEY"] = radarr.ApiKey,
                ["PROWLARR_URL"] = prowlarr.Url.OriginalString,
                ["PROWLARR_API_KEY"] = prowlarr.ApiKey,
            },
        }) switch
        {
            ConfigurationResult.Valid valid => valid,
            var wrong => throw new IOException(string.Join(' ', wrong.Findings.Select(finding => finding.Message))), // The folder for temporary files has a name that no file can hold.
        };
    }

    private static string Text(DemoFolders folders) => $"""
        Logs:
          Level: warning
        Audio:
          DryRun: false
          Roots: [{Quoted(folders.Media)}]
        Indexers:
          Heal:
            DryRun: false
        Servarr:
          PathMappings:
            - From: /tv
              To: {Quoted(folders.Tv)}
              Instance: {DemoStory.Sonarr}
            - From: /movies
              To: {Quoted(folders.Movies)}
              Instance: {DemoStory.Radarr}

        """;

    private static string Quoted(string path) => $"'{path.Replace("'", "''", StringComparison.Ordinal)}'";
}
