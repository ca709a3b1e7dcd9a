using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.Notifications;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.Tests.Ops.Notifications.Clients;

/// <summary>docs/notifications-services.md shows what is really sent. <c>ARRFUNCTIONS_TEST_REWRITE=1</c> writes it there.</summary>
public sealed class ExampleTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [MemberData(nameof(ClientBench.Kinds), MemberType = typeof(ClientBench))]
    public async Task The_document_shows_what_is_sent(NotificationTargetKind kind)
    {
        await using var bench = await ClientBench.StartAsync(kind);
        bench.Target = bench.Target with { Attach = false };
        var time = new DateTimeOffset(2026, 11, 22, 5, 34, 0, TimeSpan.Zero);
        var told = new EventRecord
        {
            Id = "08de29861c3f40006b1d3c5e7f901234",
            Time = time,
            Name = "batch.partlyFailed",
            Severity = EventSeverity.Warning,
            Subject = "batch:2f0c5d7e9a1b4c6d8e0f1a2b3c4d5e6f",
            Actor = "schedule:library-export",
            Message = "radarr: 1204 files: 12 upgraded, 3 added; 152 candidates, health 81.3 (B); 2 of 1300 titles could not be fetched",
        };

        await bench.SendAsync(new()
        {
            Id = "5c0e1f2a3b4d",
            Time = time,
            Title = "Export of radarr: some failed",
            Text = $"{told.Message}\nMean score 41.2, 1010 at the cutoff\nSince 2026-11-21: files +3, candidates -12",
            Severity = EventSeverity.Warning,
            Events = [told],
            Link = new("https://home.example/arr/#/library/radarr"),
            Files = [ClientBench.File(new byte[180_000], link: new("https://home.example/arr/api/library/exports/2f0c5d7e9a1b4c6d8e0f1a2b3c4d5e6f/artifacts/report.html"))],
        });

        var sent = JsonSerializer.Serialize(JsonElement.Parse(Assert.Single(bench.Fake.Taken).Text), Readable);
        await CompareAsync($"{kind}", sent);
    }

    private static async Task CompareAsync(string name, string sent)
    {
        var file = Repository.PathOf("docs/notifications-services.md");
        var document = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        var block = new Regex($"(<!-- example: {name} -->\n```json\n)(.*?)(```)", RegexOptions.Singleline, TimeSpan.FromSeconds(5));
        if (TestSettings.IsRewriting)
        {
            await File.WriteAllTextAsync(file, block.Replace(document, match => $"{match.Groups[1].Value}{sent}\n{match.Groups[3].Value}", 1), TestContext.Current.CancellationToken);
        }

        Assert.Equal($"{sent}\n", block.Match(document).Groups[2].Value);
    }
}
