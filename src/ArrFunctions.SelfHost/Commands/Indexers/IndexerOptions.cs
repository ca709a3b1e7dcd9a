using System.CommandLine;
using System.Globalization;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Servarr;

namespace ArrFunctions.SelfHost.Commands.Indexers;

/// <summary>Options that several commands about indexers share.</summary>
internal static class IndexerOptions
{
    public static Option<string?> Instance() => InstanceOption.Of("The instance, by its name in the configuration. Default: all.");

    public static Option<bool> Force() => new("--force") { Description = "Also when that was done less than 15 minutes ago." };

    public static Option<int?> Number(string name, int most, string description) => new(name)
    {
        Description = description,
        HelpName = "N",
        Validators =
        {
            result =>
            {
                if (result.Tokens is [var only] && !(int.TryParse(only.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most))
                {
                    result.AddError($"{name} is a whole number from 1 to {most}.");
                }
            },
        },
    };

    /// <exception cref="SettingException">No instance is configured, or none of this name.</exception>
    public static void Check(ArrFunctionsOptions options, string? instance = null)
    {
        if (options.Servarr.Instances is [] || (instance is not null && !options.Servarr.Instances.Any(known => known.Name.Equals(instance, StringComparison.OrdinalIgnoreCase))))
        {
            throw new SettingException(KnownInstances.Unknown(instance ?? "", options.Servarr));
        }
    }
}
