using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using ArrFunctions.Tests;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.SelfHost.Tests.Dashboard;

/// <summary>A scenario of tests/Browser/dashboard, played in Chromium on a running service; it says what the test is to do meanwhile.</summary>
internal sealed class BrowserScenario(Uri address, string key)
{
    private const string Request = "> ";

    private readonly Dictionary<string, Func<JsonElement, Task<object?>>> cues = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static void SkipWithoutBrowser() => Assert.SkipUnless(
        Tools.Has("chromium") && Tools.Has("node") && Directory.Exists(Repository.PathOf("tests/Browser/node_modules")),
        "chromium shows the page, node drives it with what 'npm ci' puts into tests/Browser/node_modules.");

    /// <summary>What is done when the scenario asks for it, with what it gives; what comes back is told to the scenario.</summary>
    public BrowserScenario On(string cue, Func<JsonElement, Task<object?>> act)
    {
        cues.Add(cue, act);
        return this;
    }

    /// <inheritdoc cref="On(string, Func{JsonElement, Task{object}})"/>
    public BrowserScenario On(string cue, Func<Task> act) => On(cue, async _ =>
    {
        await act();
        return null;
    });

    /// <inheritdoc cref="On(string, Func{JsonElement, Task{object}})"/>
    public BrowserScenario Tell(string cue, Func<object?> find) => On(cue, _ => Task.FromResult(find()));

    /// <inheritdoc cref="On(string, Func{JsonElement, Task{object}})"/>
    public BrowserScenario On(string cue, Action act) => On(cue, () =>
    {
        act();
        return Task.CompletedTask;
    });

    /// <param name="scenario">Name of its file.</param>
    /// <param name="settings">What it has to know, beside the address and the key.</param>
    public async Task PlayAsync(string scenario, params (string Name, object Value)[] settings)
    {
        var told = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["address"] = address.AbsoluteUri,
            ["key"] = key,
            ["openApi"] = Repository.PathOf("docs/openapi.json"),
            ["screenshots"] = Repository.PathOf("artifacts/screenshots"),
        };
        foreach (var (name, value) in settings)
        {
            told[name] = value;
        }

        var verdict = await RunAsync(scenario, JsonSerializer.Serialize(told));
        Assert.True(verdict == "ok", verdict);
    }

    [SuppressMessage("ApiDesign", "RS0030", Justification = "The program that judges, not one of the product.")]
    private async Task<string> RunAsync(string scenario, string settings)
    {
        using var node = Process.Start(new ProcessStartInfo("node", [Repository.PathOf("tests/Browser/dashboard/run.mjs"), scenario, settings])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            var errors = node.StandardError.ReadToEndAsync(Cancellation);
            var said = new List<string>();
            while (await node.StandardOutput.ReadLineAsync(Cancellation) is { } line)
            {
                if (line.StartsWith(Request, StringComparison.Ordinal))
                {
                    await AnswerAsync(node.StandardInput, line[Request.Length..].Split(' ', 2));
                }
                else
                {
                    said.Add(line);
                }
            }

            await node.WaitForExitAsync(Cancellation);
            return string.Join('\n', [.. said, .. (await errors).Split('\n', StringSplitOptions.RemoveEmptyEntries)]);
        }
        finally
        {
            if (!node.HasExited)
            {
                node.Kill(entireProcessTree: true);
            }
        }
    }

    private async Task AnswerAsync(StreamWriter to, string[] request)
    {
        var answer = await cues[request[0]](JsonElement.Parse(request[1]));
        await to.WriteLineAsync(JsonSerializer.Serialize(answer));
        await to.FlushAsync(Cancellation);
    }
}
