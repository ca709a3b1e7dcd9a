using ArrFunctions.Servarr;
using ArrFunctions.Webhooks;

namespace ArrFunctions.Tests.Webhooks;

public sealed class InstanceChoiceTests
{
    private static readonly Instance[] One = [Instance("main", ServarrService.Sonarr), Instance("radarr", ServarrService.Radarr)];

    private static readonly Instance[] Two =
    [
        Instance("sonarr", ServarrService.Sonarr, "http://nas:8989/sonarr"), Instance("sonarr-4k", ServarrService.Sonarr, "https://4k.example"),
    ];

    [Fact]
    public void The_only_instance_of_a_service_is_meant() => AssertChosen("main", InstanceChoice.Of(One, ServarrService.Sonarr, routeWord: null, "http://other"));

    [Theory]
    [InlineData(null)]
    [InlineData("sonarr")]
    public void Where_none_is_configured_the_service_stands_for_it(string? word) => AssertChosen("sonarr", InstanceChoice.Of([], ServarrService.Sonarr, word, ""));

    [Theory]
    [InlineData("http://nas:8989/sonarr", "sonarr")]
    [InlineData("http://nas:8989/sonarr/", "sonarr")]
    [InlineData("HTTP://NAS:8989/Sonarr", "sonarr")]
    [InlineData("https://4k.example:443/", "sonarr-4k")]
    [InlineData("https://user:word@4k.example?x=1#y", "sonarr-4k")]
    public void Of_several_the_one_with_the_URL_of_the_sender_is_meant(string url, string name) =>
        AssertChosen(name, InstanceChoice.Of(Two, ServarrService.Sonarr, routeWord: null, url));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nas:8989")]
    [InlineData("http://nas:8989")]
    [InlineData("http://4k.example")]
    [InlineData("/sonarr")]
    public void Of_several_none_is_guessed(string? url)
    {
        var unclear = Assert.IsType<InstanceChoice.Unclear>(InstanceChoice.Of(Two, ServarrService.Sonarr, routeWord: null, url));
        Assert.StartsWith("which instance?", unclear.Reason, StringComparison.Ordinal);
        Assert.EndsWith("webhook/sonarr/sonarr or webhook/sonarr/sonarr-4k", unclear.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_with_one_URL_are_not_told_apart() => Assert.IsType<InstanceChoice.Unclear>(
        InstanceChoice.Of([Two[1], Two[1] with { Name = "other" }], ServarrService.Sonarr, routeWord: null, "https://4k.example"));

    [Theory]
    [InlineData("sonarr-4k")]
    [InlineData("SONARR-4K")]
    public void The_instance_of_the_route_is_meant_whatever_the_URL(string word) =>
        AssertChosen("sonarr-4k", InstanceChoice.Of(Two, ServarrService.Sonarr, word, "http://nas:8989/sonarr"));

    [Theory]
    [InlineData("nobody", "which instance? There is no Sonarr called 'nobody': configure it, or post to webhook/sonarr/main")]
    [InlineData("sonarr", "which instance? There is no Sonarr called 'sonarr': configure it, or post to webhook/sonarr/main")]
    [InlineData("radarr", "which instance? 'radarr' is a Radarr: post to webhook/radarr/radarr")]
    public void An_instance_that_is_not_of_the_service_is_not_guessed(string word, string reason) => Assert.Equal(
        reason, Assert.IsType<InstanceChoice.Unclear>(InstanceChoice.Of(One, ServarrService.Sonarr, word, applicationUrl: null)).Reason);

    internal static Instance Instance(string name, ServarrService service, string url = "http://localhost:1") =>
        new() { Name = name, Service = service, Url = new(url), ApiKey = "0123456789abcdef" };

    private static void AssertChosen(string name, InstanceChoice choice) => Assert.Equal(new InstanceChoice.Chosen(name), choice);
}
