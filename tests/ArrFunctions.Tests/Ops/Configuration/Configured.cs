using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Tests.Ops.Configuration;

/// <summary>A folder with configuration files for one test; deleted afterwards.</summary>
internal sealed class Configured : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("arrfunctions-");

    public string YamlPath => Path.Combine(folder.FullName, "config.yaml");

    public static ConfigurationResult Read(params (string Name, string Value)[] environment) => Read(file: null, environment);

    public static ArrFunctionsOptions Options(params (string Name, string Value)[] environment) => Valid(Read(environment)).Options;

    public static IReadOnlyList<string> Errors(params (string Name, string Value)[] environment) => Errors(Read(environment));

    public ConfigurationResult Yaml(string yaml, params (string Name, string Value)[] environment)
    {
        File.WriteAllText(YamlPath, yaml);
        return Read(YamlPath, environment);
    }

    public ArrFunctionsOptions YamlOptions(string yaml, params (string Name, string Value)[] environment) => Valid(Yaml(yaml, environment)).Options;

    public IReadOnlyList<string> YamlErrors(string yaml, params (string Name, string Value)[] environment) => Errors(Yaml(yaml, environment));

    /// <summary>Writes a file with a secret, and returns its path.</summary>
    public string Secret(string content)
    {
        var path = Path.Combine(folder.FullName, "secret");
        File.WriteAllText(path, content);
        return path;
    }

    public static ConfigurationResult.Valid Valid(ConfigurationResult result)
    {
        Assert.Empty((result as ConfigurationResult.Invalid)?.Errors ?? []);
        return Assert.IsType<ConfigurationResult.Valid>(result);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static IReadOnlyList<string> Errors(ConfigurationResult result) => Assert.IsType<ConfigurationResult.Invalid>(result).Errors;

    private static ConfigurationResult Read(string? file, (string Name, string Value)[] environment) => ConfigurationReader.Read(new()
    {
        File = file,
        Environment = environment.ToDictionary(variable => variable.Name, variable => variable.Value, StringComparer.Ordinal),
    });
}
