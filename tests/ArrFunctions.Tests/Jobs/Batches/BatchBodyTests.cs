using System.Text;
using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Batches;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Tests.Jobs.Batches;

/// <summary>What is posted to begin a batch.</summary>
public sealed class BatchBodyTests
{
    [Fact]
    public async Task The_path_alone_is_enough()
    {
        var wanted = await TakenAsync("""{"path":"/data"}""");

        Assert.Equal(
            (JobKind.Audio, "/data", true, null, BatchPriority.Normal), (wanted.Kind, wanted.Path, wanted.Recursive, wanted.DryRun, wanted.Priority));
        Assert.Empty(wanted.Patterns.Concat(wanted.Filters.Exclude));
        Assert.Equal((null, null), (wanted.Filters.MinSize, wanted.Filters.MaxAge));
    }

    [Fact]
    public async Task Every_member_is_taken()
    {
        var wanted = await TakenAsync(
            """
            {"kind":"audio","path":"/data/film é","recursive":false,"patterns":["**/*.mkv","a"],"dryRun":true,"priority":"low",
             "filters":{"minSize":"50MB","maxAge":"30d","exclude":["**/*sample*"]}}
            """);

        Assert.Equal(("/data/film é", false, true, BatchPriority.Low), (wanted.Path, wanted.Recursive, wanted.DryRun, wanted.Priority));
        Assert.Equal(["**/*.mkv", "a"], wanted.Patterns);
        Assert.Equal((50_000_000, TimeSpan.FromDays(30), "**/*sample*"), (wanted.Filters.MinSize, wanted.Filters.MaxAge, Assert.Single(wanted.Filters.Exclude)));
    }

    [Theory]
    [InlineData("5", 5L)]
    [InlineData("\"5\"", 5L)]
    [InlineData("\"1 KiB\"", 1024L)]
    [InlineData("\"2GB\"", 2_000_000_000L)]
    [InlineData("null", null)]
    public async Task A_size_is_a_number_or_has_a_unit(string size, long? bytes) =>
        Assert.Equal(bytes, (await TakenAsync($$$"""{"path":"/data","filters":{"minSize":{{{size}}}}}""")).Filters.MinSize);

    [Theory]
    [InlineData("\"90s\"", 90)]
    [InlineData("\"1h30m\"", 5400)]
    [InlineData("\"2d\"", 172_800)]
    [InlineData("null", null)]
    public async Task An_age_is_a_length_of_time(string age, int? seconds) => Assert.Equal(
        seconds is { } known ? TimeSpan.FromSeconds(known) : null, (await TakenAsync($$$"""{"path":"/data","filters":{"maxAge":{{{age}}}}}""")).Filters.MaxAge);

    [Fact]
    public async Task What_is_null_is_as_if_it_were_left_out()
    {
        var wanted = await TakenAsync("""{"path":"/data","patterns":null,"dryRun":null,"filters":null}""");

        Assert.Empty(wanted.Patterns.Concat(wanted.Filters.Exclude));
        Assert.Empty((await TakenAsync("""{"path":"/data","filters":{"exclude":null}}""")).Filters.Exclude);
    }

    [Theory]
    [InlineData("""{"path":"/data","minSize":"5MB"}""", "A batch has no member 'minSize'. It is like {")]
    [InlineData("""{"path":"/data","dryrun":true}""", "A batch has no member 'dryrun'. ")]
    [InlineData("""{"Path":"/data"}""", "A batch has no member 'Path'. ")]
    [InlineData("""{"path":"/data","filters":{"minimumSize":5}}""", "The filters of a batch have no member 'minimumSize'. ")]
    [InlineData("""{"path":"/data","filters":{"minSize":"5 apples"}}""", "The filter '5 apples' is no size. ")]
    [InlineData("""{"path":"/data","filters":{"minSize":-5}}""", "The filter '-5' is no size. ")]
    [InlineData("""{"path":"/data","filters":{"minSize":{}}}""", "The filter '{}' is no size. ")]
    [InlineData("""{"path":"/data","filters":{"maxAge":"soon"}}""", "The filter 'soon' is no length of time. ")]
    [InlineData("""{"path":"/data","filters":{"maxAge":30}}""", "The body is no batch: filters.maxAge has a value that it cannot have. ")]
    [InlineData("""{"path":"/data","priority":"urgent"}""", "The body is no batch: priority has a value that it cannot have. ")]
    [InlineData("""{"path":"/data","priority":1}""", "The body is no batch: priority has a value that it cannot have. ")]
    [InlineData("""{"path":"/data","kind":"video"}""", "The body is no batch: kind has a value that it cannot have. ")]
    [InlineData("""{"path":"/data","recursive":"yes"}""", "The body is no batch: recursive has a value that it cannot have. ")]
    [InlineData("""{"path":"/data","patterns":"*.mkv"}""", "The body is no batch: patterns has a value that it cannot have. ")]
    [InlineData("""{"path":"/data","patterns":["*.mkv",null]}""", "A pattern of the batch is null. ")]
    [InlineData("""{"path":"/data","filters":{"exclude":[null]}}""", "A pattern of the batch is null. ")]
    [InlineData("""{"path":["/data"]}""", "The body is no batch: path has a value that it cannot have. ")]
    [InlineData("""{"path":""}""", "The body says which folder: ")]
    [InlineData("""{"path":null}""", "The body says which folder: ")]
    [InlineData("{}", "The body says which folder: ")]
    [InlineData("null", "The body says which folder: ")]
    [InlineData("[]", "The body is no batch. It is like {")]
    [InlineData("{", "The body is no batch. It is like {")]
    [InlineData("", "The body is no batch. It is like {")]
    [InlineData("""{"path":"/data"} x""", "The body is no batch. It is like {")]
    public async Task What_cannot_be_a_batch_is_told_in_a_sentence(string body, string sentence)
    {
        var (wanted, fault) = await ReadAsync(body);

        Assert.Null(wanted);
        Assert.StartsWith(sentence, fault, StringComparison.Ordinal);
    }

    private static async Task<NewBatch> TakenAsync(string body)
    {
        var (wanted, fault) = await ReadAsync(body);
        Assert.Null(fault);
        return wanted!;
    }

    private static Task<(NewBatch? Wanted, string? Fault)> ReadAsync(string body)
    {
        var context = new DefaultHttpContext();
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        return BatchBody.ReadAsync(context.Request, TestContext.Current.CancellationToken);
    }
}
