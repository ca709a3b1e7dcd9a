using System.Collections.Immutable;
using ArrFunctions.Ops.Access;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace ArrFunctions.Ops.Logs.Levels;

/// <summary>Which levels of which categories are written: as configured, and what was changed since, on every provider at once.</summary>
internal sealed class LogLevels(LogsOptions configured) : IPostConfigureOptions<LoggerFilterOptions>, IOptionsChangeTokenSource<LoggerFilterOptions>
{
    /// <summary>Stands for every category that has no level of its own.</summary>
    public const string Default = "default";

    /// <summary>What others than the product have to say is for developers; a refused key is told by the events of whoever was refused.</summary>
    private static readonly string[] Quiet = ["Microsoft", "System", "Azure", "Grpc", typeof(KeyAuthenticationHandler).FullName!];

    private ImmutableSortedDictionary<string, LogLevel> changed = ImmutableSortedDictionary.Create<string, LogLevel>(StringComparer.OrdinalIgnoreCase);
    private ConfigurationReloadToken change = new();

    public string? Name => Options.DefaultName;

    /// <summary>As the settings say; <see cref="Default"/> is among them.</summary>
    public IReadOnlyDictionary<string, LogLevel> Configured { get; } =
        Quiet.Select(category => KeyValuePair.Create(category, LogLevel.Warning))
            .Where(quiet => !configured.Levels.ContainsKey(quiet.Key))
            .Concat(configured.Levels)
            .Append(new(Default, configured.Level))
            .ToImmutableSortedDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>What holds instead of what is configured.</summary>
    public void Set(IEnumerable<KeyValuePair<string, LogLevel>> levels)
    {
        var next = levels.ToImmutableSortedDictionary(StringComparer.OrdinalIgnoreCase);
        if (Interlocked.Exchange(ref changed, next).SequenceEqual(next))
        {
            return;
        }

        Interlocked.Exchange(ref change, new()).OnReload();
    }

    public IChangeToken GetChangeToken() => Volatile.Read(ref change);

    /// <summary>A provider that has a rule of its own from elsewhere gets ours as well, behind it: the last of two alike counts.</summary>
    public void PostConfigure(string? name, LoggerFilterOptions options)
    {
        var now = Volatile.Read(ref changed);
        options.MinLevel = now.GetValueOrDefault(Default, configured.Level);
        string?[] providers = [null, .. options.Rules.Select(rule => rule.ProviderName).OfType<string>().Distinct(StringComparer.Ordinal)];
        foreach (var (category, level) in Configured.Where(level => level.Key is not Default).Concat(now))
        {
            foreach (var provider in providers)
            {
                options.Rules.Add(new(provider, category is Default ? null : category, level, filter: null));
            }
        }
    }
}
