using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ArrFunctions.SelfHost.Commands.Admin;
using ArrFunctions.SelfHost.Service;
using ArrFunctions.SelfHost.Storage;
using Spectre.Console;

namespace ArrFunctions.SelfHost.Commands.Status;

/// <summary><c>status</c>: how the installation stands, in one look.</summary>
internal static class StatusCommand
{
    public static Command Build(Terminal terminal)
    {
        var url = new Option<string?>("--url") { Description = "The service to ask. Default: the one that has the data folder, at the address that it left there.", HelpName = "URL" };
        var keyFile = new Option<string?>("--key-file")
        {
            Description = "File that holds a key of the role read, for what only the service knows. Default: the key in ARRFUNCTIONS_API_KEY, if there is one.",
            HelpName = "FILE",
            Validators = { CommonOptions.RefuseEmpty },
        };
        var (json, config, data) = (CommonOptions.Json(), CommonOptions.Config(), CommonOptions.Data());
        var command = new Command("status", "Show how it stands: the service, its health, indexers, queue, exports, backups, timers.") { url, keyFile, json, config, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var folder = Path.GetFullPath(parsed.GetRequiredValue(data));
            var whyClosed = StateLook.WhyClosed(new() { Folder = folder });
            var options = (whyClosed is null ? CommandConfiguration.Read(parsed, config, data) : CommandConfiguration.ReadWithoutState(parsed, config, data)).Options;
            var address = Address(parsed.GetValue(url), folder);
            var service = await RunningService.AskAsync(address, RemoteHost.FindKey(parsed.GetValue(keyFile)), folder, cancellationToken);
            var view = await StatusLook.RunAsync(folder, whyClosed, options, address, service, cancellationToken);
            Show(terminal, view, parsed.GetValue(json));
            return view is { Service: "running", State: null, Health: not ("unhealthy" or "notReady") } ? ExitCode.Success : ExitCode.Failure;
        });
        return command;
    }

    /// <summary>Null where there is nobody to ask: what answers at the usual address has another data folder.</summary>
    private static Uri? Address(string? url, string dataFolder) => url is null && !ServiceLock.IsHeld(dataFolder) ? null
        : url is null && ServiceAddress.Find(dataFolder) is { } left ? left
        : HealthCommand.Url(url);

    private static void Show(Terminal terminal, StatusView view, bool asJson)
    {
        if (asJson)
        {
            Terminal.Raw(JsonSerializer.Serialize(view, CommandJson.Readable.StatusView));
            return;
        }

        var (word, colour) = (view.Service, view.Health) switch
        {
            ("running", "ready" or "healthy") => ("● running", Color.Green),
            ("running", _) => ("● running", Color.Yellow),
            ("elsewhere", _) => ("● running, and does not answer", Color.Yellow),
            _ => ("○ stopped", Color.Grey),
        };
        terminal.Line(terminal.IsUnicode ? word : word[2..], colour, $"  ArrFunctions {view.Version}{(view.Address is { } address ? $" at {address}" : "")}{(view.UptimeSeconds is { } up ? $", up {Span(TimeSpan.FromSeconds(up))}" : "")}");
        terminal.Fact("Data", view.DataFolder);
        terminal.Fact("Health", view.Health ?? "not known; the service says it to a key of the role read");
        foreach (var concern in view.Concerns)
        {
            terminal.Fact("", concern);
        }

        if (view.State is { } trouble)
        {
            terminal.Fact("State", trouble);
        }

        terminal.Fact("Instances", Number(view.Instances));
        terminal.Fact("Indexers", $"{Names("out", view.IndexersOut)}; {Names("failing", view.IndexersFailing)}");
        terminal.Fact("Jobs", $"{Number(view.Queued)} queued, {Number(view.Running)} running, {Number(view.Waiting)} waiting");
        terminal.Fact("Export", Time(view.LastExport, "never"));
        terminal.Fact("Backup", Time(view.LastBackup, "none"));
        terminal.Fact("Dry run", view.DryRun is [] ? "off" : string.Join(", ", view.DryRun));
        foreach (var (next, index) in view.Next.Select(static (next, index) => (next, index)))
        {
            terminal.Fact(index == 0 ? "Next" : "", $"{Time(next.Time, "")}  {next.Schedule}");
        }
    }

    private static string Names(string word, IReadOnlyList<string> names) => names is [] ? $"none {word}" : $"{word}: {string.Join(", ", names)}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset? time, string none) => time is { } known ? known.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) : none;

    private static string Span(TimeSpan span) =>
        span.TotalDays >= 1 ? string.Create(CultureInfo.InvariantCulture, $"{span.Days} d {span.Hours} h")
        : span.TotalHours >= 1 ? string.Create(CultureInfo.InvariantCulture, $"{span.Hours} h {span.Minutes} min")
        : string.Create(CultureInfo.InvariantCulture, $"{span.Minutes} min");
}
