using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Tests.Ops.Configuration;

/// <summary>No text that the configuration produces holds a secret.</summary>
public sealed class SecrecyTests : IDisposable
{
    private const string Secret = "0123456789abcdef0123456789abcdef";

    private readonly Configured configured = new();

    public void Dispose() => configured.Dispose();

    [Fact]
    public void A_secret_is_shown_as_asterisks()
    {
        var result = Configured.Valid(Configured.Read(("SONARR_URL", "http://a"), ("SONARR_API_KEY", Secret), ("Webhooks__Secret", Secret), ("Tmdb__AccessToken", Secret)));
        Assert.Equal(
            ["SONARR_API_KEY", "Tmdb:AccessToken", "Webhooks:Secret"], result.Settings.Where(setting => setting.Value == ShownSetting.Hidden).Select(setting => setting.Key));
        Assert.All(result.Settings, setting => Assert.DoesNotContain(Secret, setting.ToString(), StringComparison.Ordinal));
        Assert.All(
            (object[])[result, result.Options, result.Options.Servarr, result.Options.Servarr.Instances[0], result.Options.Tmdb, result.Options.Webhooks],
            shown => Assert.DoesNotContain(Secret, shown.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_kept_of_a_source_does_not_print_its_text()
    {
        var entry = new SettingEntry(SettingSource.Environment, "SONARR_API_KEY", "SONARR_API_KEY", Secret);
        Assert.DoesNotContain(Secret, entry.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, new SettingValue(entry, [entry]).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SONARR_API_KEY", Secret)]
    [InlineData("SONARR_API_KEY", Secret + " ")]
    [InlineData("SONARR_API_KEY", Secret + "é")]
    [InlineData("SONARR_APIKEY", Secret)]
    [InlineData("SONARR_API_KEY_FILE", Secret)]
    [InlineData("SONARR_URL", Secret)]
    [InlineData("SONARR_URL", "http://a?apikey=" + Secret)]
    [InlineData("SONARR_URL", "http://user:" + Secret + "@a")]
    [InlineData("Webhooks__Secret", " " + Secret)]
    [InlineData("Webhooks__Secert", Secret)]
    [InlineData("Tmdb__AccessToken", "Bearer " + Secret)]
    [InlineData("Tmdb__ApiKy", Secret)]
    [InlineData("Tmdb__Url", "https://mirror/3?api_key=" + Secret)]
    [InlineData("Tmdb__CacheFor", Secret)]
    [InlineData("TMDB_API_KEY", Secret + " ")]
    [InlineData("TMDB_APIKEY", Secret)]
    [InlineData("Webhooks__MaxBody", Secret)]
    [InlineData("Servarr__Instances__0__Service", Secret)]
    [InlineData("Servarr__Instances__0__Name", "main ApiKey:" + Secret)]
    [InlineData("Servarr__PathMappings__0__Instance", Secret)]
    public void An_error_does_not_repeat_a_secret(string name, string value) =>
        Assert.All(Configured.Errors((name, value)), error => Assert.DoesNotContain(Secret, error, StringComparison.Ordinal));

    [Theory]
    [InlineData("Servarr:\n  Instances:\n  - Service: sonarr\n    Url: http://a\n    ApiKey:SECRET\n")]
    [InlineData("Servarr:\n  Instances:\n  - ApiKey:SECRET\n")]
    [InlineData("Servarr:\n  Instances:\n  - {ApiKey:SECRET}\n")]
    [InlineData("Servarr:\n  Instances:\n  - ApiKey: [SECRET]\n")]
    [InlineData("Servarr:\n  Instances:\n  - ApiKey: {SECRET: x}\n")]
    [InlineData("Servarr:\n  Instances:\n  - Name: main\n      ApiKey:SECRET\n")]
    [InlineData("Servarr:\n  Instances:\n  - ApiKey: 'SECRET\n")]
    [InlineData("Webhooks:\n  Secret: *SECRET\n")]
    [InlineData("Webhooks:\n  Secret: !SECRET x\n")]
    [InlineData("Webhooks:\n  Secret: '${SECRET'\n")]
    [InlineData("Webhooks:SECRET\n")]
    [InlineData("{SONARR_API_KEY:SECRET}\n")]
    public void A_slip_in_the_file_does_not_tell_a_secret(string yaml) => Assert.All(
        configured.YamlErrors(yaml.Replace("SECRET", Secret, StringComparison.Ordinal)), error => Assert.DoesNotContain(Secret, error, StringComparison.Ordinal));
}
