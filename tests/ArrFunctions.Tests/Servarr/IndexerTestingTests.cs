using ArrFunctions.Servarr;

namespace ArrFunctions.Tests.Servarr;

/// <summary>What the test of an indexer is, and what is made of its answer.</summary>
public sealed class IndexerTestingTests
{
    public static TheoryData<string> Tests { get; } = new(RecordedReply.Named("*-indexer-test-*").Where(name => !name.EndsWith("-new", StringComparison.Ordinal)));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Tests))]
    public async Task Every_recorded_test_is_sent_as_it_was_read_and_told_without_keys(string name)
    {
        var recorded = RecordedReply.Read(name);
        var indexer = recorded.Sent.GetRawText();
        string? sent = null;
        await using var server = await StubServer.StartAsync(async context =>
        {
            if (context.Request.Method == "GET")
            {
                await StubServer.ReplyAsync(context, 200, indexer);
                return;
            }

            sent = await new StreamReader(context.Request.Body).ReadToEndAsync(Cancellation);
            await StubServer.ReplyAsync(context, recorded.Status, recorded.Body, recorded.ContentType);
        });
        using var client = ClientOf(server, recorded.Service);

        var outcome = await client.Indexers.TestAsync(5, Cancellation);

        var root = $"/api/{(recorded.Service is ServarrService.Prowlarr ? "v1" : "v3")}";
        Assert.Equal([$"GET {root}/indexer/5", $"POST {root}/indexer/test"], server.Asked);
        Assert.Equal(indexer, sent);
        if (recorded.Status == 200)
        {
            Assert.IsType<IndexerTestOutcome.Passed>(outcome);
            return;
        }

        var failed = Assert.IsType<IndexerTestOutcome.Failed>(outcome);
        Assert.Equal(name.EndsWith("badkey", StringComparison.Ordinal) && recorded.Service is not ServarrService.Prowlarr ? "ApiKey" : "", failed.Property);
        Assert.Equal(recorded.Body.Contains("[503:ServiceUnavailable]", StringComparison.Ordinal), failed.Reason.Contains("[503:ServiceUnavailable]", StringComparison.Ordinal));
        Assert.DoesNotContain("secret", failed.Reason, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("apikey=", failed.Reason, StringComparison.OrdinalIgnoreCase);
        Assert.NotEqual("", failed.Reason);
    }

    [Theory]
    [InlineData("prowlarr-indexer-404")]
    [InlineData("radarr-indexer-404")]
    public async Task An_indexer_that_is_not_there_is_not_tested(string name)
    {
        var recorded = RecordedReply.Read(name);
        await using var server = await StubServer.StartAsync(404, recorded.Body, recorded.ContentType);
        using var client = ClientOf(server, recorded.Service);

        Assert.IsType<IndexerTestOutcome.Missing>(await client.Indexers.TestAsync(999, Cancellation));
        Assert.Null(await client.Indexers.FindAsync(999, Cancellation));
    }

    [Theory]
    [InlineData("""[{"isWarning":true,"errorMessage":"mild"},{"propertyName":"Url","errorMessage":"grave","severity":"error"}]""", "Url", "grave")]
    [InlineData("""[{"severity":"warning","errorMessage":"mild"}]""", "", "mild")]
    [InlineData("""[{"propertyName":"Url","errorMessage":""},null,{"propertyName":"Name","errorMessage":"Should be unique","attemptedValue":"x"}]""", "Name", "Should be unique")]
    [InlineData("[]", "", "Radarr does not say why.")]
    public async Task The_first_failure_that_is_no_warning_is_the_reason(string body, string property, string reason)
    {
        await using var server = await TestedAsync(400, body);
        using var client = ClientOf(server);

        Assert.Equal(new IndexerTestOutcome.Failed(property, reason), await client.Indexers.TestAsync(1, Cancellation));
    }

    [Fact]
    public async Task A_long_reason_keeps_its_end()
    {
        var words = string.Join(' ', Enumerable.Repeat("unreachable", 40)) + " [503:ServiceUnavailable]";
        await using var server = await TestedAsync(400, $$"""[{"errorMessage":"{{words}}"}]""");
        using var client = ClientOf(server);

        Assert.Equal(new IndexerTestOutcome.Failed("", words), await client.Indexers.TestAsync(1, Cancellation));
    }

    [Theory]
    [InlineData(400, """{"title":"One or more validation errors occurred.","errors":{"$.enable":["The JSON value could not be converted"]}}""", "application/problem+json", "Invalid", "could not be converted")]
    [InlineData(400, """{"message":"BadRequest: no"}""", "application/json", "Invalid", "BadRequest: no")]
    [InlineData(400, "[{", "application/json", "Failed", "cannot be read")]
    [InlineData(400, "", "", "Invalid", "without saying why (400)")]
    [InlineData(401, "", "", "WrongKey", "refused the API key")]
    [InlineData(404, "", "", "WrongUrl", "URL base")]
    [InlineData(414, "", "", "Failed", "a request of this length (414)")]
    [InlineData(500, "<html>apikey=SECRET</html>", "text/html", "Failed", "failed (500)")]
    [InlineData(500, """{"message":"It broke at http://t/?k=SECRET","description":"at SECRET"}""", "application/json", "Failed", "It broke at http://t/?…")]
    [InlineData(503, """{"errorMessage":"Radarr is starting up"}""", "application/json", "Starting", "is starting")]
    [InlineData(502, "<html>", "text/html", "Unreachable", "answers 502")]
    [InlineData(200, "<html>Sign in</html>", "text/html", "WrongUrl", "a page instead of data")]
    public async Task What_says_nothing_of_the_indexer_is_a_fault(int status, string body, string type, string fault, string words)
    {
        await using var server = await TestedAsync(status, body, type);
        using var client = ClientOf(server);

        var failure = await Assert.ThrowsAsync<ServarrException>(() => client.Indexers.TestAsync(1, Cancellation));

        Assert.Equal(fault, failure.Fault.ToString());
        Assert.StartsWith("films at ", failure.Message, StringComparison.Ordinal);
        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", failure.ToString(), StringComparison.Ordinal);
        Assert.Equal(["GET /api/v3/indexer/1", "POST /api/v3/indexer/test"], server.Asked);
    }

    private static Task<StubServer> TestedAsync(int status, string body, string type = "application/json") => StubServer.StartAsync(context =>
        context.Request.Method == "GET" ? StubServer.ReplyAsync(context, 200, """{"id":1}""") : StubServer.ReplyAsync(context, status, body, type));

    private static ServarrClient ClientOf(StubServer server, ServarrService service = ServarrService.Radarr) =>
        new(server.Instance(service), [server.Instance(service)], TimeProvider.System);
}
