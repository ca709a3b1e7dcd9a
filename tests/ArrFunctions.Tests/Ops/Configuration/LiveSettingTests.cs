using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ArrFunctions.Jobs;
using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Tests.Ops.Configuration;

/// <summary>Every setting that says of itself that a change holds at once.</summary>
public sealed class LiveSettingTests
{
    /// <summary>Texts of which every setting takes one that is not its default.</summary>
    private static readonly string[] Texts =
    [
        "true", "false", "job.failed", "job-sweep", "house@example.org", "22:00-07:00", "Europe/Berlin", "7", "2", "1h", "9d", "20d", "500d", "2m", "30s", "5MB", "0 17 3 * * *", "jpn", "codec:truehd=5", "/mnt/other", "plain-name", "http://other:1234", "http://sonarr:8989/base", "http://plex:32400/base", "/here=/there", "0123456789abcdef0123456789abcdef", "x.example.com", "*.mkv", "mkvmerge",
    ];

    /// <summary>The rest of an entry of a list, by the beginning of its key.</summary>
    private static readonly Dictionary<string, (string Key, string Text)[]> Rest = new(StringComparer.Ordinal)
    {
        ["Servarr:Instances:500"] = [("Name", "tv"), ("Service", "sonarr"), ("Url", "http://sonarr:8989"), ("ApiKey", "abc")],
        ["Servarr:PathMappings:500"] = [("From", "/tv"), ("To", "/data/tv")],
        ["MediaServers:500"] = [("Kind", "plex"), ("Name", "tv"), ("Url", "http://plex:32400"), ("ApiKey", "abc")],
        ["Notifications:Targets:500"] = [("Kind", "kuma"), ("Name", "tv"), ("Url", "http://kuma:3001/api/push/abc")],
        ["Batches:Scheduled:500"] = [("Name", "nightly"), ("Path", "/data"), ("Cron", "0 0 3 * * *")],
        ["Audio:Rules:500"] = [("Path", "anime/**"), ("Kind", "movie"), ("Undetermined", "asOriginal")],
    };

    public static TheoryData<string> Keys =>
        [.. SettingCatalogue.All.Where(static setting => setting.IsLive).SelectMany(static setting => SettingKey.WithLanes(setting.Key)).Select(static key => SettingKey.At(key, 500))];

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task A_change_is_in_the_options_at_once(string key)
    {
        using var bench = new LiveBench();
        await SetUpAsync(bench, key);
        var section = bench.Live.Part(static all => all);
        var before = Show(section.Value);

        Assert.True(await ChangeAsync(bench, key, before), $"None of the texts changes {key}. Add one that it takes.");

        Assert.NotEqual(before, Show(section.Value));
        Assert.False(bench.View(key).IsPending);
    }

    /// <summary>What the setting needs beside it.</summary>
    private static async Task SetUpAsync(LiveBench bench, string key)
    {
        (string Key, string? Text)[] needed = [];
        if (Rest.FirstOrDefault(entry => key.StartsWith($"{entry.Key}:", StringComparison.Ordinal)) is { Key: { } list, Value: { } rest })
        {
            // A rule that leaves files alone changes nothing else of them.
            needed = [.. rest.Select(one => key.EndsWith(":Skip", StringComparison.Ordinal) && one.Key is "Undetermined" ? (key, "false") : ($"{list}:{one.Key}", (string?)one.Text))];
        }
        else if (key.Split('_')[0] is "SONARR" or "RADARR" or "PROWLARR")
        {
            var service = key.Split('_')[0];
            needed = [($"{service}_URL", "http://sonarr:8989"), ($"{service}_API_KEY", "abc")];
        }
        else if (key.StartsWith("Audio:Rules", StringComparison.Ordinal))
        {
            needed = [("SONARR_URL", "http://here:1"), ("SONARR_API_KEY", "abc")];
        }
        else if (key.StartsWith("Notifications:Rules", StringComparison.Ordinal))
        {
            needed = [("Notifications:Targets:500:Kind", "webhook"), ("Notifications:Targets:500:Name", "plain-name"), ("Notifications:Targets:500:Url", "http://hook")];
        }
        else if (key is "Notifications:TimeZone")
        {
            needed = [("Notifications:QuietHours", "22:00-07:00")];
        }

        if (key.EndsWith(":Instance", StringComparison.Ordinal))
        {
            needed = [.. needed, ("SONARR_URL", "http://here:1"), ("SONARR_API_KEY", "abc"), ("PROWLARR_URL", "http://there:1"), ("PROWLARR_API_KEY", "abc")];
        }

        if (needed is not [])
        {
            Assert.IsType<ChangeOutcome.Changed>(await bench.SetAsync(needed));
        }
    }

    private static async Task<bool> ChangeAsync(LiveBench bench, string key, string before)
    {
        var setting = SettingCatalogue.Find(key)!.Setting;
        string[] numbers = setting.Shape is { Minimum: { } least, Maximum: { } most } ? [Text(least), Text(most)] : [];
        string[] names = ["sonarr", "prowlarr", "radarr", .. key.Contains("authority", StringComparison.OrdinalIgnoreCase) ? (string[])[Authority(bench)] : []];
        foreach (var text in setting.Shape.Values.Concat(numbers).Concat(Texts).Concat(names))
        {
            if (await bench.SetAsync((key, text)) is ChangeOutcome.Changed && Show(bench.Live.Current) != before)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A file with the certificate of somebody who signs others.</summary>
    private static string Authority(LiveBench bench)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=house", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        var path = Path.ChangeExtension(bench.YamlPath, "pem");
        File.WriteAllText(path, certificate.ExportCertificatePem());
        return path;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>All that options hold, secrets too.</summary>
    private static string Show(object? value) => value switch
    {
        null => "null",
        string text => text,
        IEnumerable list => $"[{string.Join(',', list.Cast<object>().Select(Show))}]",
        _ when value.GetType().GetMethod("<Clone>$") is not null && value.GetType().Assembly == typeof(Lane).Assembly =>
            $"{{{string.Join(',', value.GetType().GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance).Where(static property => property.Name is not "EqualityContract").Select(property => $"{property.Name}={Show(property.GetValue(value))}"))}}}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
