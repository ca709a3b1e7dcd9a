using System.Net.Sockets;
using ArrFunctions.FunctionApp.Storage;
using ArrFunctions.Platform;
using Azure.Identity;

namespace ArrFunctions.FunctionApp.Tests.Storage;

public sealed class AzureFailuresTests
{
    private readonly FakeTableService service = new();
    private readonly AzureTableStore store;

    public AzureFailuresTests() => store = new(service);

    public static TheoryData<int, string?, string> Answers => new()
    {
        { 403, "AuthenticationFailed", "the access was refused (403 AuthenticationFailed). Check AzureWebJobsStorage; an identity needs the roles" },
        { 403, "AuthorizationPermissionMismatch", "Storage Table Data Contributor, Storage Queue Data Contributor and Storage Blob Data Contributor" },
        { 401, null, "the access was refused (401)" },
        { 413, "RequestBodyTooLarge", "the change is larger than one request may be" },
        { 503, "ServerBusy", "the service is busy or disturbed (503 ServerBusy). It was tried 4 times" },
        { 500, "OperationTimedOut", "the service is busy or disturbed (500 OperationTimedOut)" },
        { 409, "TableBeingDeleted", "the service answered 409 TableBeingDeleted" },
        { 404, "ResourceNotFound", "the service answered 404 ResourceNotFound" },
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task An_answer_that_is_an_error_is_a_sentence(int status, string? code, string sentence)
    {
        service.Fault = FakeFailure.Of(status, code);

        Assert.Contains(sentence, await Told(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_way_to_the_service_is_a_sentence()
    {
        var refused = new HttpRequestException(HttpRequestError.ConnectionError, FakeTableService.Secret, new SocketException((int)SocketError.ConnectionRefused));
        service.Fault = new AggregateException(FakeTableService.Secret, FakeFailure.Of(0, code: null), FakeFailure.Of(0, code: null, refused));

        Assert.Contains(
            "the connection was refused, nothing listens at this port. Check AzureWebJobsStorage and the network; with Azurite, that it runs.",
            await Told(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_answer_in_time_is_a_sentence()
    {
        service.Fault = new AggregateException(new TaskCanceledException(FakeTableService.Secret));

        Assert.Contains("the service did not answer within 30 s", await Told(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_token_for_the_identity_is_a_sentence()
    {
        service.Fault = new AuthenticationFailedException(FakeTableService.Secret);

        Assert.Contains("no token was issued for them", await Told(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Content_that_the_wire_makes_too_large_is_refused_by_name()
    {
        var quotes = new string('"', TableRules.MaxContentBytes);

        var failure = await Assert.ThrowsAsync<StoreException>(
            () => store.CommitAsync("Things", "p", [.. "1234".Select(key => new TableChange.Insert($"{key}", quotes))], Cancellation));

        Assert.Contains("larger than one request may be", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_who_does_not_wait_is_told_so()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.GetAsync("Things", "p", "a", cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.TablesAsync(cancelled.Token));
    }

    /// <summary>What every method tells; where, and no secret.</summary>
    private async Task<string> Told()
    {
        List<string> told = [];
        foreach (var call in (Func<Task>[])
        [
            () => store.CommitAsync("Things", "p", [new TableChange.Delete("a")], Cancellation),
            async () => await store.GetAsync("Things", "p", "a", Cancellation),
            async () => await store.ListAsync("Things", "p", RowKeyRange.All, 1, continuation: null, Cancellation),
            async () => await store.ScanAsync("Things", 1, after: null, Cancellation),
            async () => await store.TablesAsync(Cancellation),
        ])
        {
            var failure = await Assert.ThrowsAsync<StoreException>(call);
            Assert.StartsWith("The tables at http://127.0.0.1:10002 could not be ", failure.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(FakeTableService.Secret, failure.ToString(), StringComparison.Ordinal);
            told.Add(failure.Message.Split(" could not be ", 2)[1].Split(": ", 2)[1]);
        }

        return Assert.Single(told.Distinct(StringComparer.Ordinal));
    }
}
