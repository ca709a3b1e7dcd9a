using System.CommandLine;
using System.Globalization;
using ArrFunctions.Library.Exports;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Servarr;

namespace ArrFunctions.SelfHost.Commands.Library;

/// <summary>Options that several commands about libraries share.</summary>
internal static class LibraryArguments
{
    public static Option<string?> Instance() => InstanceOption.Of("The Sonarr or Radarr, by its name in the configuration. Default: all.");

    public static Option<string[]> Formats(string description) => new("--format")
    {
        Description = description,
        HelpName = string.Join(',', ExportFormat.Words),
        AllowMultipleArgumentsPerToken = false,
        CustomParser = static result => [.. result.Tokens.SelectMany(static token => token.Value.Split(',', StringSplitOptions.TrimEntries))],
        Validators =
        {
            static result =>
            {
                if (result.Tokens.SelectMany(static token => token.Value.Split(',', StringSplitOptions.TrimEntries)).FirstOrDefault(static word => !ExportFormat.Words.Contains(word, StringComparer.Ordinal)) is { } wrong)
                {
                    result.AddError($"--format is one of {string.Join(", ", ExportFormat.Words)}, or several with commas; '{wrong}' is none.");
                }
            },
        },
    };

    public static string Number(double number) => number.ToString("#,0.#", CultureInfo.InvariantCulture);

    /// <summary>The instances that a command is about.</summary>
    /// <exception cref="SettingException">No Sonarr or Radarr is configured, or none of this name.</exception>
    public static IReadOnlyList<Instance> InstancesOf(ProductState state, ArrFunctionsOptions options, string? name)
    {
        var all = state.Get<ExportIntake>().Instances;
        return name is null && all is not [] ? all
            : all.FirstOrDefault(instance => instance.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } one ? [one]
            : throw new SettingException(options.Servarr.Instances.Any(known => known.Service is ServarrService.Prowlarr && (name is null || known.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
                ? "A Prowlarr has no library. Configure a Sonarr or Radarr: SONARR_URL and SONARR_API_KEY, or the same of Radarr."
                : KnownInstances.Unknown(name ?? "", options.Servarr));
    }

    /// <summary>What is said of a library that was not exported yet.</summary>
    public static string NotExported(Instance instance) =>
        $"The library of {instance.Name} has not been exported yet: arrfunctions library export --instance {instance.Name}";
}
