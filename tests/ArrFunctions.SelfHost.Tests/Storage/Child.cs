using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ArrFunctions.Audio;
using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Storage;
using ArrFunctions.SelfHost.Tests.Audio;
using ArrFunctions.SelfHost.Tests.Batches;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.SelfHost.Tests.Storage;

/// <summary>What the second process does. It prints one line for each thing that is done, and waits for its input to end.</summary>
internal static class Child
{
    public static async Task<int> RunAsync(string[] args)
    {
        switch (args)
        {
            case ["hold", var path, var offset]:
                using (KernelLock.TryAcquire(path, long.Parse(offset, CultureInfo.InvariantCulture), KernelLockMode.Exclusive))
                {
                    Print("held");
                    WaitForEndOfInput();
                }

                return 0;
            case ["open", var folder]:
                await using (Open(folder))
                {
                    Print("open");
                    WaitForEndOfInput();
                }

                return 0;
            case ["write", var folder, var producers]:
                await using (var file = Open(folder))
                {
                    var store = new SqliteTableStore(file);
                    await Task.WhenAll(Enumerable.Range(0, int.Parse(producers, CultureInfo.InvariantCulture)).Select(n => WriteForEverAsync(store, n)));
                }

                return 0;
            case ["count", var folder, var times]:
                await using (var file = Open(folder))
                {
                    var store = new SqliteTableStore(file);
                    Print("open");
                    await Counter.IncrementAsync(store, int.Parse(times, CultureInfo.InvariantCulture));
                }

                return 0;
            case ["work", var folder, var producers]:
                await using (var file = Open(folder))
                {
                    await QueueChild.WorkForEverAsync(
                        new SqliteWorkQueue(file, TimeProvider.System), int.Parse(producers, CultureInfo.InvariantCulture), Print);
                }

                return 0;
            case ["take", var folder]:
                await using (var file = Open(folder))
                {
                    await QueueChild.TakeAllAsync(new SqliteWorkQueue(file, TimeProvider.System), Print);
                }

                return 0;
            case ["cut-off", var scenario, var action, var folder, var instant]:
                return await FixChild.CutOffAsync(scenario, Enum.Parse<FixAction>(action), folder, instant, Print);
            case ["fix", var folder, var path, var policy, var keepModifiedTime]:
                return await FixChild.FixAsync(
                    folder, path, Enum.Parse<HardlinkPolicy>(policy), bool.Parse(keepModifiedTime), WaitForEndOfInput, Print);
            case ["batch-work", var folder, var media, var marks]:
                return await BatchChild.WorkAsync(folder, media, marks, WaitForEndOfInput, Print);
            case ["batch-stall", var folder, var media, var instant]:
                return await BatchChild.StallAsync(folder, media, instant, WaitForEndOfInput, Print);
            case ["kill-at", var name, var number, .. var work]:
                return await BackupChild.RunAsync(name, number, work);
            default:
                return 2;
        }
    }

    private static SqliteStateFile Open(string folder) =>
        SqliteStateFile.Open(new SqliteOptions { Folder = folder }, NullLogger<SqliteStateFile>.Instance);

    /// <summary>Batches of two rows, so that a torn one would show; each is printed when it is durable.</summary>
    private static async Task WriteForEverAsync(SqliteTableStore store, int producer)
    {
        var run = Guid.NewGuid().ToString("N");
        for (var n = 0; ; n++)
        {
            var key = $"{run}-{producer}-{n}";
            await store.CommitAsync(
                "Things", "written", [new TableChange.Insert(key, $"\"{key}\""), new TableChange.Insert(key + "-twin", $"\"{key}\"")], CancellationToken.None);
            Print(key);
        }
    }

    [SuppressMessage("ApiDesign", "RS0030", Justification = "Its parent reads it.")]
    private static void Print(string line)
    {
        lock (Console.Out)
        {
            Console.Out.WriteLine(line);
            Console.Out.Flush();
        }
    }

    [SuppressMessage("ApiDesign", "RS0030", Justification = "Its parent closes it.")]
    private static void WaitForEndOfInput() => Console.In.ReadToEnd();
}
