using System.Net;
using System.Text;
using ArrFunctions.Ops.Access;
using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Ops.Access;

/// <summary>What was presented stands in no log line and no answer, right or wrong.</summary>
public sealed class SecrecyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_that_was_presented_is_logged_or_sent_back()
    {
        await using var bench = await AccessBench.StartAsync();
        var right = await bench.KeyAsync(Role.Webhook);
        var wrong = KeyText.New().Text;
        string[] signatures = [new string('a', 64), "sha256=" + new string('b', 64), "signature with some typo"];
        List<Reply> replies = [];
        foreach (var key in new[] { right, wrong })
        {
            var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"user:{key}"));
            replies.Add(await bench.PostAsync($"/api/webhook/radarr?code={key}&other=inQuery", "inBody"));
            replies.Add(await bench.PostAsync("/api/webhook/radarr", "inBody", ("X-Api-Key", key)));
            replies.Add(await bench.GetAsync("/api/admin", ("Authorization", $"Basic {basic}"), ("x-functions-key", key)));
            replies.Add(await bench.GetAsync($"/api/nothing?code={key}&other=inQuery", ("X-Api-Key", key)));
        }

        foreach (var signature in signatures)
        {
            replies.Add(await bench.PostAsync("/api/webhook/radarr", "{}", ("X-Webhook-Signature", signature)));
        }

        Assert.Equal(2, replies.Count(reply => reply.Status is HttpStatusCode.OK));
        var told = bench.Logs.Text + string.Concat(replies.Where(reply => reply.Status is not HttpStatusCode.OK).Select(reply => reply.Body));
        Assert.Contains("AuthenticationScheme: Key was challenged", told, StringComparison.Ordinal);
        foreach (var key in new[] { right, wrong, await bench.InitialKeyAsync() })
        {
            Assert.DoesNotContain(key, told, StringComparison.Ordinal);
            Assert.DoesNotContain(key[3..20], told, StringComparison.Ordinal);
            Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes($"user:{key}")), told, StringComparison.Ordinal);
        }

        Assert.All([AccessBench.Secret, "inQuery", "inBody", "code=", .. signatures], secret => Assert.DoesNotContain(secret, told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_is_stored_as_its_hash_alone()
    {
        await using var bench = await AccessBench.StartAsync();
        var key = await bench.KeyAsync(Role.Read);

        var rows = await bench.Tables.ReadAllAsync("Keys", "keys", RowKeyRange.All, Cancellation).ToListAsync(Cancellation);

        Assert.Contains(rows, row => row.RowKey == $"h~{KeyText.TryRead(key)!.Hash}");
        Assert.DoesNotContain(rows, row => $"{row}".Contains(key[3..], StringComparison.Ordinal));
    }

    [Fact]
    public void What_holds_a_key_does_not_print_it()
    {
        var text = KeyText.New();

        Assert.DoesNotContain(text.Text, $"{text}", StringComparison.Ordinal);
        Assert.DoesNotContain(text.Text, $"{new CreatedKey("1", "name", Role.Read, null, null, text.Text)}", StringComparison.Ordinal);
    }
}
