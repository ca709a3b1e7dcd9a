using System.Diagnostics;

namespace ArrFunctions.Ops.Metrics;

/// <summary>What the process takes, under the names that every program has for it.</summary>
internal static class ProcessMetrics
{
    private static readonly MetricFamily Cpu = Of("process_cpu_seconds_total", MetricKind.Counter, "User and system time of the processors.", "seconds");
    private static readonly MetricFamily Resident = Of("process_resident_memory_bytes", MetricKind.Gauge, "Memory of the process that is in RAM.", "bytes");
    private static readonly MetricFamily Virtual = Of("process_virtual_memory_bytes", MetricKind.Gauge, "Addresses that the process has taken.", "bytes");
    private static readonly MetricFamily Started = Of("process_start_time_seconds", MetricKind.Gauge, "When the process began, as Unix time.", "seconds");
    private static readonly MetricFamily Open = Of("process_open_fds", MetricKind.Gauge, "Open files, sockets and pipes.", unit: null);
    private static readonly MetricFamily Threads = Of("process_threads", MetricKind.Gauge, "Threads of the operating system.", unit: null);

    public static MetricCollector Collector => MetricCollector.Of("process", [Cpu, Resident, Virtual, Started, Open, Threads], static sink =>
    {
        using var process = Process.GetCurrentProcess();
        sink.Add(Cpu, process.TotalProcessorTime.TotalSeconds);
        sink.Add(Resident, process.WorkingSet64);
        sink.Add(Virtual, process.VirtualMemorySize64);
        sink.AddTime(Started, new DateTimeOffset(process.StartTime));
        sink.Add(Open, Directory.EnumerateFileSystemEntries("/proc/self/fd").Count());
        sink.Add(Threads, process.Threads.Count);
    });

    private static MetricFamily Of(string name, MetricKind kind, string help, string? unit) => new(name, kind, help) { Unit = unit, IsUnprefixed = true };
}
