namespace ArrFunctions.Tests.Ops.Configuration;

public sealed class SettingFileTests : IDisposable
{
    private readonly Configured configured = new();

    public void Dispose() => configured.Dispose();

    [Theory]
    [InlineData("key")]
    [InlineData("key\n")]
    [InlineData("\uFEFFkey \r\n\n")]
    public void A_value_can_lie_in_a_file_of_its_own(string content)
    {
        var options = Configured.Options(("SONARR_URL", "http://a"), ("SONARR_API_KEY_FILE", configured.Secret(content)));
        Assert.Equal("key", Assert.Single(options.Servarr.Instances).ApiKey);
    }

    [Fact]
    public void A_file_ranks_with_the_value_it_holds()
    {
        var secret = configured.Secret("of the file");
        Assert.Equal("of the file", configured.YamlOptions("Webhooks:\n  Secret: of the yaml\n", ("Webhooks__Secret_FILE", secret)).Webhooks.Secret);
        Assert.Equal("of the variable", configured.YamlOptions($"Webhooks:\n  Secret_FILE: {secret}\n", ("Webhooks__Secret", "of the variable")).Webhooks.Secret);
        Assert.Equal("of the file", configured.YamlOptions($"Webhooks:\n  Secret_FILE: {secret}\n").Webhooks.Secret);
    }

    [Fact]
    public void Nested_names_have_files_too()
    {
        var options = Configured.Options(
            ("Servarr__Instances__0__Service", "radarr"), ("Servarr__Instances__0__Url", "http://a"), ("Servarr__Instances__0__ApiKey_FILE", configured.Secret("key")));
        Assert.Equal("key", Assert.Single(options.Servarr.Instances).ApiKey);
    }

    [Fact]
    public void Two_files_or_a_file_and_a_value_are_an_error() => Assert.Contains(
        "Webhooks__Secret (environment) and Webhooks__Secret_FILE (environment) set the same thing",
        Assert.Single(Configured.Errors(("Webhooks__Secret", "a"), ("Webhooks__Secret_FILE", configured.Secret("b")))),
        StringComparison.Ordinal);

    [Fact]
    public void A_file_that_cannot_be_read_is_named()
    {
        Assert.Equal(
            ["Webhooks__Secret_FILE (environment): the file /nowhere/secret cannot be read: there is no such file."],
            Configured.Errors(("Webhooks__Secret_FILE", "/nowhere/secret")));
        Assert.Contains("it is a folder", Assert.Single(Configured.Errors(("Webhooks__Secret_FILE", "/usr"))), StringComparison.Ordinal);
        Assert.Contains("more than 64 KiB", Assert.Single(Configured.Errors(("Webhooks__Secret_FILE", "/dev/zero"))), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_is_an_empty_value() => Assert.Contains(
        "Webhooks__Secret_FILE (environment) is empty", Assert.Single(Configured.Errors(("Webhooks__Secret_FILE", configured.Secret("\n")))), StringComparison.Ordinal);

    [Fact]
    public void What_is_no_path_is_not_repeated()
    {
        var error = Assert.Single(Configured.Errors(("Webhooks__Secret_FILE", "hunter2")));
        Assert.Contains("is no absolute path", error, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error, StringComparison.Ordinal);
    }
}
