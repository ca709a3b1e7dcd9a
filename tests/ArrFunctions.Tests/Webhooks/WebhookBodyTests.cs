using System.Text;
using ArrFunctions.Audio;
using ArrFunctions.Servarr;
using ArrFunctions.Webhooks;

namespace ArrFunctions.Tests.Webhooks;

/// <summary>Bodies of senders that err or mean harm.</summary>
public sealed class WebhookBodyTests
{
    private const int Mutations = 10_000;

    private static readonly WebhookReading Reading = new(new ServarrOptions(), new AudioOptions { Roots = ["/data/media"] });

    [Theory]
    [InlineData("", "emptyBody", "The body is empty; an event is a JSON object.")]
    [InlineData("[]", "notAnObject", "The body is JSON, but no object: an event is one, this is an array.")]
    [InlineData("null", "notAnObject", "The body is JSON, but no object: an event is one, this is null.")]
    [InlineData("\"secret\"", "notAnObject", "The body is JSON, but no object: an event is one, this is a string.")]
    [InlineData("12", "notAnObject", "The body is JSON, but no object: an event is one, this is a number.")]
    [InlineData("   ", "malformedJson", "The body is not JSON, or nested deeper than 64 levels: it cannot be read from line 1, byte 4 on.")]
    [InlineData("{\"secret\":\n  \"a\" secret}", "malformedJson", "The body is not JSON, or nested deeper than 64 levels: it cannot be read from line 2, byte 7 on.")]
    [InlineData("secret", "malformedJson", "The body is not JSON, or nested deeper than 64 levels: it cannot be read from line 1, byte 1 on.")]
    [InlineData("{\"a\":1,}", "malformedJson", "The body is not JSON, or nested deeper than 64 levels: it cannot be read from line 1, byte 8 on.")]
    [InlineData("{} {}", "malformedJson", "The body is not JSON, or nested deeper than 64 levels: it cannot be read from line 1, byte 4 on.")]
    [InlineData("a=1&b=2", "malformedJson", "The body is not JSON, or nested deeper than 64 levels: it cannot be read from line 1, byte 1 on.")]
    public void A_body_that_is_no_object_is_refused_without_telling_its_content(string body, string code, string sentence) =>
        Assert.Equal(new WebhookBody.Refused(400, code, sentence), WebhookBody.Parse(Encoding.UTF8.GetBytes(body)));

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    [InlineData(100_000, false)]
    public void A_body_is_read_down_to_64_levels(int levels, bool isRead) => Assert.Equal(
        isRead, WebhookBody.Parse(Encoding.UTF8.GetBytes($"{{\"a\":{new string('[', levels - 1)}{new string(']', levels - 1)}}}")) is WebhookBody.Event);

    [Theory]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    [InlineData(2 * 1024 * 1024, false)]
    public async Task A_body_is_read_up_to_the_limit(int length, bool isRead)
    {
        using var stream = new MemoryStream(Encoding.ASCII.GetBytes("{}".PadRight(length)));

        var body = await WebhookBody.ReadAsync(stream, limit: 1000, TestContext.Current.CancellationToken);

        Assert.Equal(isRead, body is WebhookBody.Event);
        Assert.True(isRead || body is WebhookBody.Refused { Status: 413, Code: "bodyTooLarge" });
        Assert.InRange(stream.Position, 0, 64 * 1024);
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_event() => Assert.Equal("Test", Payload([0xEF, 0xBB, 0xBF, .. "{\"eventType\":\"Test\"}"u8]).EventType);

    [Theory]
    [InlineData("""{"eventType":"Download","movieFile":"x"}""")]
    [InlineData("""{"eventType":"Download","movieFile":[{"id":1}],"movie":7}""")]
    [InlineData("""{"eventType":"Download","movieFile":null}""")]
    [InlineData("""{"eventType":"Download","episodeFile":{"id":1,"path":"/data/media/a.mkv"}}""")]
    [InlineData("""{"eventType":"Download"}""")]
    public void A_download_without_a_file_that_can_be_read_is_kept_with_the_reason(string json)
    {
        var note = Assert.IsType<WebhookEvent.Notice>(Read(json)).Note;
        Assert.Equal("webhook.noFile", note.Name);
        Assert.Contains("movieFile is missing or of another type", note.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"eventType":"Rename","renamedMovieFiles":true}""", "file.renamed")]
    [InlineData("""{"eventType":"MovieFileDelete","movieFile":{"id":"x","path":"/data/media/a.mkv"}}""", "file.deleted")]
    [InlineData("""{"eventType":"MovieFileDelete"}""", "file.deleted")]
    [InlineData("""{"eventType":"Health","level":{},"message":[1],"type":{"a":1}}""", "health.issue")]
    [InlineData("""{"eventType":"ApplicationUpdate","previousVersion":[],"newVersion":6}""", "application.updated")]
    [InlineData("""{"eventType":"Explosion"}""", "webhook.unknown")]
    [InlineData("""{"eventType":["Download"]}""", "webhook.unknown")]
    [InlineData("""{"eventType":null}""", "webhook.unknown")]
    [InlineData("""{"eventType":"\ud800"}""", "webhook.unknown")]
    [InlineData("""{"\ud800":"Download"}""", "webhook.unknown")]
    [InlineData("{}", "webhook.unknown")]
    public void An_event_of_the_wrong_types_is_kept_with_the_reason(string json, string name)
    {
        var note = Assert.IsType<WebhookEvent.Notice>(Read(json)).Note;
        Assert.Equal(name, note.Name);
        Assert.NotEmpty(note.Message);
    }

    [Fact]
    public void A_file_is_found_though_everything_around_it_has_the_wrong_type()
    {
        var import = Assert.IsType<WebhookEvent.Import>(Read(
            """{"eventType":"download","movie":{"title":["x"],"year":{},"originalLanguage":"German"},"isUpgrade":"yes","deletedFiles":{"id":1},"movieFile":{"id":3,"path":"/data/media/a.mkv","size":1e99,"x":{}},"episodes":5}"""));

        var job = Assert.Single(import.Jobs);
        Assert.Equal((3, "/data/media/a.mkv", null, null, null), (job.FileId!.Value, job.Path, job.Size, job.Title, job.Refusal));
        Assert.Empty(import.ReplacedFiles);
    }

    [Fact]
    public void Of_members_that_come_twice_the_last_counts() => Assert.Equal(
        "/data/media/b.mkv",
        Assert.Single(Assert.IsType<WebhookEvent.Import>(Read(
            """{"eventType":"Test","movieFile":{"id":1},"eventType":"Download","movieFile":{"id":1,"path":"/etc/a","path":"/data/media/b.mkv"}}""")).Jobs).Path);

    [Fact]
    public void Bytes_that_are_no_text_are_no_path()
    {
        byte[] json = [.. "{\"eventType\":\"Download\",\"movieFile\":{\"id\":1,\"path\":\"/data/media/"u8, 0xFF, 0xC0, .. "\"}}"u8];

        var import = Assert.IsType<WebhookEvent.Import>(Reading.Read(ServarrService.Radarr, "radarr", Payload(json)));

        Assert.Equal("noPath", Assert.Single(import.Jobs).Refusal!.Code);
    }

    [Fact]
    public void A_health_message_is_kept_without_the_keys_in_it() => Assert.Equal(
        "failed: http://x/api?… (Check)",
        Assert.IsType<WebhookEvent.Notice>(Read("""{"eventType":"Health","message":"failed: http://x/api?apikey=SECRET","type":"Check"}""")).Note.Message);

    [Fact]
    public async Task Damaged_bodies_are_refused_or_taken_in_and_never_throw()
    {
        using var bench = new WebhookBench();
        var seed = TestSettings.Seed;
        TestContext.Current.TestOutputHelper!.WriteLine($"ARRFUNCTIONS_TEST_SEED={seed}");
        var originals = RecordedWebhooks.Names.Select(RecordedWebhooks.Body).ToArray();
        var readings = 0;
        for (var round = 0; round < Mutations; round++)
        {
            var random = new Random(unchecked((seed * 1_000_003) + round));
            var body = Damage([.. originals[random.Next(originals.Length)]], random);
            var exception = await Record.ExceptionAsync(async () => readings += await IsTakenInAsync(bench, body) ? 1 : 0);
            Assert.True(exception is null, $"seed {seed}, round {round}: {exception}");
        }

        Assert.InRange(readings, 1, Mutations - 1);
    }

    /// <summary>Flips, drops, doubles and swaps: tokens as often as bytes, so that much of it stays JSON of other types.</summary>
    private static byte[] Damage(List<byte> body, Random random)
    {
        string[] tokens = ["null", "true", "{}", "[]", "1e400", "-1", "\"\\ud800\"", "\"..\"", "99999999999999999999", "\"/\\u0000\"", "\"\\\\\\\\x\""];
        for (var times = random.Next(1, 5); times > 0; times--)
        {
            var at = random.Next(body.Count);
            switch (random.Next(4))
            {
                case 0:
                    body[at] = (byte)random.Next(256);
                    break;
                case 1:
                    body.RemoveRange(at, Math.Min(random.Next(1, 20), body.Count - at - 1));
                    break;
                default:
                    var colon = body.IndexOf((byte)':', at);
                    var end = colon < 0 ? -1 : body.IndexOf((byte)',', colon);
                    if (end > 0)
                    {
                        body.RemoveRange(colon + 1, end - colon - 1);
                        body.InsertRange(colon + 1, Encoding.ASCII.GetBytes(tokens[random.Next(tokens.Length)]));
                    }

                    break;
            }
        }

        return [.. body];
    }

    private static async Task<bool> IsTakenInAsync(WebhookBench bench, byte[] body)
    {
        if (WebhookBody.Parse(body) is not WebhookBody.Event { Payload: var payload })
        {
            return false;
        }

        foreach (var service in Enum.GetValues<ServarrService>())
        {
            Assert.NotNull(await bench.Intake.AcceptAsync(new(service, RouteInstance: null, payload, Signature: null), TestContext.Current.CancellationToken));
        }

        return true;
    }

    private static WebhookEvent Read(string json) => Reading.Read(ServarrService.Radarr, "radarr", Payload(Encoding.UTF8.GetBytes(json)));

    private static WebhookPayload Payload(byte[] body) => Assert.IsType<WebhookBody.Event>(WebhookBody.Parse(body)).Payload;
}
