using ArrFunctions.Servarr;

namespace ArrFunctions.Tests.Ops.Configuration;

public sealed class ServarrSettingsTests
{
    private static readonly (string, string)[] Flat = [("SONARR_URL", "http://sonarr:8989/"), ("SONARR_API_KEY", "key")];

    [Fact]
    public void Flat_variables_make_one_instance_of_each_service()
    {
        var options = Configured.Options([.. Flat, ("PROWLARR_URL", "http://prowlarr:9696/base/"), ("PROWLARR_API_KEY", "key"), ("RADARR_URL", ""), ("RADARR_API_KEY", "")]);
        Assert.Equal(
            [("sonarr", ServarrService.Sonarr, "http://sonarr:8989"), ("prowlarr", ServarrService.Prowlarr, "http://prowlarr:9696/base")],
            options.Servarr.Instances.Select(instance => (instance.Name, instance.Service, instance.Url.OriginalString)));
    }

    [Theory]
    [InlineData("RADARR_URL", "http://a", "RADARR_API_KEY")]
    [InlineData("RADARR_API_KEY", "key", "RADARR_URL")]
    public void One_flat_variable_without_the_other_is_an_error(string name, string value, string missing) =>
        Assert.Equal($"{name} (environment) is set without {missing}. An instance needs both.", Assert.Single(Configured.Errors((name, value))));

    [Fact]
    public void The_only_instance_of_a_service_has_its_name()
    {
        var options = Configured.Options([.. Flat, .. Listed(0, "radarr")]);
        Assert.Equal(["sonarr", "radarr"], options.Servarr.Instances.Select(instance => instance.Name));
    }

    [Fact]
    public void Several_instances_of_a_service_need_names() => Assert.Equal(
        ["Servarr:Instances:0:Name is missing. There are 2 instances of Sonarr, so each needs a name."], Configured.Errors([.. Flat, .. Listed(0, "sonarr")]));

    [Fact]
    public void Two_instances_cannot_have_one_name() => Assert.Equal(
        ["SONARR_URL (environment) and Servarr__Instances__0__Name (environment) name the same instance, 'sonarr'. Names are unique over all services."],
        Configured.Errors([.. Flat, .. Listed(0, "radarr"), ("Servarr__Instances__0__Name", "sonarr")]));

    [Theory]
    [InlineData("webhook")]
    [InlineData("compare")]
    [InlineData("My Server")]
    public void A_name_is_a_slug_and_no_word_of_a_route(string name) => Assert.Contains(
        $"Servarr__Instances__0__Name (environment): '{name}' is no name;",
        Assert.Single(Configured.Errors([.. Listed(0, "radarr"), ("Servarr__Instances__0__Name", name)])),
        StringComparison.Ordinal);

    [Fact]
    public void What_an_instance_lacks_is_told() => Assert.Equal(
        ["Servarr:Instances:3:Service is missing. An instance needs Service, Url and ApiKey.", "Servarr:Instances:3:ApiKey is missing. An instance needs Service, Url and ApiKey."],
        Configured.Errors(("Servarr__Instances__3__Url", "http://a")));

    [Theory]
    [InlineData("/tv")]
    [InlineData(@"D:\TV")]
    [InlineData("d:/tv")]
    [InlineData(@"\\nas\tv")]
    public void A_mapping_begins_with_a_path_of_any_system(string from)
    {
        var options = Configured.Options([.. Flat, ("Servarr__PathMappings__0__From", from), ("Servarr__PathMappings__0__To", "/data"), ("Servarr__PathMappings__0__Instance", "sonarr")]);
        Assert.Equal([new PathMapping(from, "/data", "sonarr")], options.Servarr.PathMappings);
    }

    [Theory]
    [InlineData("From", "tv", "is no absolute path of an instance")]
    [InlineData("From", @"D:TV", "is no absolute path of an instance")]
    [InlineData("From", @"\tv", "is no absolute path of an instance")]
    [InlineData("To", @"D:\TV", "is no absolute path")]
    [InlineData("Instance", "radarr", "names no instance. Configured are sonarr.")]
    public void A_mapping_that_leads_nowhere_is_an_error(string part, string value, string message)
    {
        var mapping = new Dictionary<string, string> { ["From"] = "/tv", ["To"] = "/data", [part] = value };
        var error = Assert.Single(Configured.Errors([.. Flat, .. mapping.Select(pair => ($"Servarr__PathMappings__0__{pair.Key}", pair.Value))]));
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    private static (string, string)[] Listed(int place, string service) =>
    [
        ($"Servarr__Instances__{place}__Service", service),
        ($"Servarr__Instances__{place}__Url", "http://host"),
        ($"Servarr__Instances__{place}__ApiKey", "key"),
    ];
}
