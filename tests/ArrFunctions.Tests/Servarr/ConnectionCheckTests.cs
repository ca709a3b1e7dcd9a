using ArrFunctions.Servarr;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Tests.Servarr;

/// <summary>What is told of an instance that is looked at once.</summary>
public sealed class ConnectionCheckTests
{
    private const string Page = "<!doctype html><title>Sign in</title>";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sonarr", "4.0.19.2979")]
    [InlineData("radarr", "6.0.3.10276")]
    [InlineData("prowlarr", "2.3.5.5327")]
    public async Task The_recorded_applications_are_right(string service, string version)
    {
        await using var server = await AppAsync(service);

        var right = Assert.IsType<ConnectionOutcome.Right>(await CheckAsync(server, service));

        Assert.Equal(version, right.Version);
        Assert.EndsWith($" is {right.Service} {version}.", right.Sentence, StringComparison.Ordinal);
        Assert.Single(server.Asked);
    }

    [Theory]
    [InlineData("sonarr", "radarr", "is Sonarr, not Radarr")]
    [InlineData("radarr", "sonarr", "is Radarr, not Sonarr")]
    [InlineData("prowlarr", "radarr", "its API is v1, as that of Prowlarr")]
    [InlineData("sonarr", "prowlarr", "its API is v3, as that of Sonarr or Radarr")]
    public async Task Another_application_is_named(string there, string configured, string words)
    {
        await using var server = await AppAsync(there);

        AssertWrong(ConnectionFault.WrongService, words, await CheckAsync(server, configured));
    }

    [Fact]
    public async Task An_application_without_this_API_is_told_by_its_ping()
    {
        await using var server = await StubServer.StartAsync(context => context.Request.Path == "/ping"
            ? StubServer.ReplyAsync(context, 200, """{"status":"OK"}""")
            : StubServer.ReplyAsync(context, 404));

        AssertWrong(ConnectionFault.WrongService, "which has no API v3", await CheckAsync(server, "radarr"));
    }

    [Theory]
    [InlineData("Sonarr", "3.0.8.1507", "3.0.9")]
    [InlineData("Radarr", "3.2.2.5080", "4.0")]
    [InlineData("Prowlarr", "0.4.11.2232", "1.0")]
    public async Task An_old_version_is_told(string service, string version, string oldest)
    {
        await using var server = await StubServer.StartAsync(200, $$"""{"appName":"{{service}}","version":"{{version}}"}""");

        AssertWrong(ConnectionFault.TooOld, $"is {service} {version}; {oldest} is the oldest", await CheckAsync(server, service));
    }

    [Theory]
    [InlineData("Sonarr", "3.0.9.1549")]
    [InlineData("Radarr", "4.0.4.5922")]
    [InlineData("Prowlarr", "1.0.0.2171")]
    [InlineData("Prowlarr", "2.0.0-develop")]
    public async Task The_oldest_version_is_right(string service, string version)
    {
        await using var server = await StubServer.StartAsync(200, $$"""{"appName":"{{service}}","version":"{{version}}"}""");

        Assert.IsType<ConnectionOutcome.Right>(await CheckAsync(server, service));
    }

    [Theory]
    [InlineData(401, "", "", "WrongKey", "refused the API key (401)")]
    [InlineData(503, """{"errorMessage":"Radarr is starting up"}""", "application/json", "Starting", "is starting")]
    [InlineData(503, Page, "text/html", "Unreachable", "answers 503")]
    [InlineData(500, Page, "text/html", "Failing", "failed (500)")]
    [InlineData(403, Page, "text/html", "Failing", "sign-in")]
    [InlineData(200, Page, "text/html", "OtherProgram", "a page instead of data")]
    [InlineData(404, Page, "text/html", "OtherProgram", "does not know its own API")]
    [InlineData(200, """{"product":"camera"}""", "application/json", "OtherProgram", "it tells no version")]
    [InlineData(200, """{"appName":"Rad""", "application/json", "Unreadable", "cannot be read")]
    public async Task What_is_wrong_is_told_at_once(int status, string body, string type, string kind, string words)
    {
        await using var server = await StubServer.StartAsync(status, body, type);

        AssertWrong(Enum.Parse<ConnectionFault>(kind), words, await CheckAsync(server, "radarr"));
    }

    [Fact]
    public async Task A_missing_url_base_is_read_off_the_redirect()
    {
        await using var server = await StubServer.StartAsync(context =>
            StubServer.ReplyAsync(context, 307, location: $"/films{context.Request.Path}{context.Request.QueryString}"));

        AssertWrong(
            ConnectionFault.WrongUrlBase, $"has another URL base, '/films'. Set the URL of films to {server.Url.OriginalString.TrimEnd('/')}/films.", await CheckAsync(server, "radarr"));
    }

    [Theory]
    [InlineData(404, "", "")]
    [InlineData(200, Page, "text/html")]
    [InlineData(302, "", "")]
    public async Task A_url_base_too_much_is_found_by_its_absence(int status, string body, string type)
    {
        await using var server = await StubServer.StartAsync(context => context.Request.Path == "/ping"
            ? StubServer.ReplyAsync(context, 200, """{"status":"OK"}""")
            : StubServer.ReplyAsync(context, status, body, type, status == 302 ? "/login?returnUrl=x" : null));

        AssertWrong(
            ConnectionFault.WrongUrlBase, $"Set the URL of films to {server.Url.OriginalString.TrimEnd('/')}.", await CheckAsync(server, "radarr", "/films"));
    }

    [Fact]
    public async Task A_redirect_to_elsewhere_is_another_program_and_not_followed()
    {
        await using var server = await StubServer.StartAsync(302, location: "https://sign-in.example/?rd=x&token=SECRET");

        var outcome = await CheckAsync(server, "radarr");

        AssertWrong(ConnectionFault.OtherProgram, "redirects to https://sign-in.example/?…", outcome);
        Assert.DoesNotContain("SECRET", outcome!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_instance_that_is_not_there_is_told_without_asking_again()
    {
        var instance = StubServer.InstanceAt(new("http://127.0.0.1:1"));

        AssertWrong(ConnectionFault.Unreachable, "nothing listens at this port", await CheckAsync(instance, TimeProvider.System));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_instance_that_says_nothing_is_waited_for_fifteen_seconds(bool drips)
    {
        var clock = new ObservedClock();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await StubServer.StartAsync(async context =>
        {
            asked.SetResult();
            if (drips)
            {
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync("{", Cancellation);
                await context.Response.Body.FlushAsync(Cancellation);
            }

            var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var registration = context.RequestAborted.Register(gone.SetResult);
            await gone.Task;
        });

        var check = CheckAsync(server.Instance(), clock);
        await asked.Task.WaitAsync(Cancellation);
        clock.Advance(ConnectionCheck.Limit);

        AssertWrong(ConnectionFault.Unreachable, "does not answer in time", await check);
        Assert.Single(server.Asked);
    }

    [Fact]
    public async Task A_check_that_is_not_wanted_any_more_is_a_cancellation()
    {
        using var unwanted = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        await using var server = await StubServer.StartAsync(_ => unwanted.CancelAsync());
        using var clients = new ServarrClients(new ServarrOptions { Instances = [server.Instance()] }, TimeProvider.System);

        await unwanted.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new ConnectionCheck(clients, TimeProvider.System).RunAsync("films", unwanted.Token));
    }

    [Fact]
    public async Task An_instance_that_is_left_alone_is_looked_at_all_the_same()
    {
        var status = 500;
        await using var server = await StubServer.StartAsync(context => StubServer.ReplyAsync(context, status, """{"appName":"Radarr","version":"5.0"}"""));
        using var clients = new ServarrClients(new ServarrOptions { Instances = [server.Instance()] }, TimeProvider.System);
        for (var failures = 0; failures < ServarrPipelines.FailuresToBreak; failures++)
        {
            await Assert.ThrowsAsync<ServarrException>(() => clients.All[0].SystemStatusAsync(Cancellation));
        }

        status = 200;

        Assert.IsType<ConnectionOutcome.Right>(await new ConnectionCheck(clients, TimeProvider.System).RunAsync("FILMS", Cancellation));
        Assert.Null(await new ConnectionCheck(clients, TimeProvider.System).RunAsync("other", Cancellation));
    }

    private static void AssertWrong(ConnectionFault kind, string words, ConnectionOutcome? outcome)
    {
        var wrong = Assert.IsType<ConnectionOutcome.Wrong>(outcome);
        Assert.Contains(words, wrong.Sentence, StringComparison.Ordinal);
        Assert.Equal(kind, wrong.Kind);
        Assert.StartsWith("films at http", wrong.Sentence, StringComparison.Ordinal);
        Assert.Matches("[.?]$", wrong.Sentence);
    }

    /// <summary>As the recorded application answers: what it does not know is an empty 404.</summary>
    private static Task<StubServer> AppAsync(string service)
    {
        var version = service == "prowlarr" ? "v1" : "v3";
        var status = RecordedReply.Read($"{service}-system-status");
        return StubServer.StartAsync(context => context.Request.Path.Value switch
        {
            var path when path == $"/api/{version}/system/status" => StubServer.ReplyAsync(context, status.Status, status.Body, status.ContentType),
            "/api" => StubServer.ReplyAsync(context, 200, $$"""{"current":"{{version}}","deprecated":[]}"""),
            "/ping" => StubServer.ReplyAsync(context, 200, """{"status":"OK"}"""),
            _ => StubServer.ReplyAsync(context, 404),
        });
    }

    private static Task<ConnectionOutcome?> CheckAsync(StubServer server, string service, string urlBase = "") => CheckAsync(
        StubServer.InstanceAt(new($"{server.Url}".TrimEnd('/') + urlBase), Enum.Parse<ServarrService>(service, ignoreCase: true)), TimeProvider.System);

    private static async Task<ConnectionOutcome?> CheckAsync(Instance instance, TimeProvider clock)
    {
        using var clients = new ServarrClients(new ServarrOptions { Instances = [instance] }, clock);
        return await new ConnectionCheck(clients, clock).RunAsync(instance.Name, Cancellation);
    }
}
