using System.Diagnostics;
using ArrFunctions.Benchmarks.Measuring;
using ArrFunctions.Benchmarks.Subjects;

namespace ArrFunctions.Benchmarks;

/// <summary>How long a backup and a restore of a large ledger take, and what a sender of webhooks notices of a backup.</summary>
internal static class BackupLoad
{
    private const string Backup = "backup beside the service";
    private const string Restore = "restore on a fresh folder";
    private const string Alone = "webhooks, no backup";
    private const string Beside = "webhooks, backup running";
    private const string Ratio = "with over without";

    public static async Task<BenchmarkResult> RunAsync(Workplace workplace, CancellationToken cancellationToken)
    {
        using var folder = workplace.CreateFolder("backup");
        var (data, media, zip) = (folder.Subfolder("data"), folder.Subfolder("media"), folder.File("backup.zip"));
        List<Round> rounds = [];
        long database;
        await using (var service = await ServiceProgram.StartAsync(data, media, cancellationToken))
        {
            using var load = new WebhookLoad(service, media);
            await load.AnnounceAsync(workplace.BatchFiles, cancellationToken);
            for (var round = 0; round < workplace.Choose(full: 5, quick: 1); round++)
            {
                File.Delete(zip);
                rounds.Add(await RunRoundAsync(load, data, zip, workplace, cancellationToken));
            }

            database = new FileInfo(Path.Combine(data, "state.db")).Length;
        }

        var (restored, ready) = await RestoreAsync(folder, data, media, zip, cancellationToken);
        return new("backup", $"a backup of {workplace.BatchFiles} jobs, and senders beside it",
        [
            new(Backup, "time", FigureUnit.Milliseconds, Of(static round => round.BackupTime)),
            new(Backup, "state", FigureUnit.Mebibytes, Summary.Of(database / 1048576.0)),
            new(Backup, "size", FigureUnit.Mebibytes, Summary.Of(new FileInfo(zip).Length / 1048576.0)),
            new(Restore, "restored", FigureUnit.Milliseconds, Summary.Of(restored.TotalMilliseconds)),
            new(Restore, "restored and ready", FigureUnit.Milliseconds, Summary.Of(ready.TotalMilliseconds)),
            .. Latency(Alone, static round => round.Alone),
            .. Latency(Beside, static round => round.Beside),
            new(Ratio, "p50", FigureUnit.Ratio, Of(static round => Summary.At(0.5, round.Beside) / Summary.At(0.5, round.Alone))),
            new(Ratio, "p99", FigureUnit.Ratio, Of(static round => Summary.At(0.99, round.Beside) / Summary.At(0.99, round.Alone))),
        ],
        [
            "Each webhook is another import of a file that is not there; its event, job and message are in the state. Senders, service and backup share this machine.",
            "A round is a time without a backup and, right after it, the time of one `admin backup --output`, start of the program included.",
            "Restored: `admin restore --yes`. Ready: the service has said so on the restored folder, whose file it checks first.",
        ]);

        Summary Of(Func<Round, double> value) => Summary.Of(rounds.Select(value));

        IEnumerable<Figure> Latency(string subject, Func<Round, IReadOnlyCollection<double>> times) =>
        [
            new(subject, "p50", FigureUnit.Milliseconds, Of(round => Summary.At(0.5, times(round)))),
            new(subject, "p99", FigureUnit.Milliseconds, Of(round => Summary.At(0.99, times(round)))),
        ];
    }

    private static async Task<Round> RunRoundAsync(WebhookLoad load, string data, string zip, Workplace workplace, CancellationToken cancellationToken)
    {
        var alone = await load.RunAsync(workplace.Choose(TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(2)), cancellationToken);
        var started = Stopwatch.GetTimestamp();
        var backup = CommandLineProgram.BackupAsync(zip, data, cancellationToken);
        var beside = await load.RunAsync(backup, cancellationToken);
        await backup;
        return new(Stopwatch.GetElapsedTime(started).TotalMilliseconds, alone, beside);
    }

    private static async Task<(TimeSpan Restored, TimeSpan Ready)> RestoreAsync(WorkFolder folder, string data, string media, string zip, CancellationToken cancellationToken)
    {
        var fresh = folder.Subfolder("fresh");
        File.Copy(Path.Combine(data, "initial-key"), Path.Combine(fresh, "initial-key")); // No part of a backup.
        var started = Stopwatch.GetTimestamp();
        await CommandLineProgram.RestoreAsync(zip, fresh, cancellationToken);
        var restored = Stopwatch.GetElapsedTime(started);
        await using var service = await ServiceProgram.StartAsync(fresh, media, cancellationToken);
        return (restored, restored + service.StartTime);
    }

    private sealed record Round(double BackupTime, IReadOnlyCollection<double> Alone, IReadOnlyCollection<double> Beside);
}
