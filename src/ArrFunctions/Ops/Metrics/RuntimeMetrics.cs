using System.Globalization;

namespace ArrFunctions.Ops.Metrics;

/// <summary>What the garbage collector and the thread pool do.</summary>
internal static class RuntimeMetrics
{
    private static readonly MetricFamily Collections = new("gc_collections_total", MetricKind.Counter, "Garbage collections.", "generation");
    private static readonly MetricFamily Pauses = new("gc_pause_seconds_total", MetricKind.Counter, "How long collections stopped the program.") { Unit = "seconds" };
    private static readonly MetricFamily Allocated = new("gc_allocated_bytes_total", MetricKind.Counter, "Memory that was allocated.") { Unit = "bytes" };
    private static readonly MetricFamily Heap = new("gc_heap_bytes", MetricKind.Gauge, "What the last collection left on the heaps.") { Unit = "bytes" };
    private static readonly MetricFamily Committed = new("gc_committed_bytes", MetricKind.Gauge, "What the heaps hold of the machine.") { Unit = "bytes" };
    private static readonly MetricFamily PoolThreads = new("thread_pool_threads", MetricKind.Gauge, "Threads of the pool.");
    private static readonly MetricFamily PoolQueue = new("thread_pool_queue_length", MetricKind.Gauge, "Work that waits for a thread of the pool.");

    public static MetricCollector Collector => MetricCollector.Of("runtime", [Collections, Pauses, Allocated, Heap, Committed, PoolThreads, PoolQueue], static sink =>
    {
        for (var generation = 0; generation <= GC.MaxGeneration; generation++)
        {
            sink.Add(Collections, GC.CollectionCount(generation), generation.ToString(CultureInfo.InvariantCulture));
        }

        var memory = GC.GetGCMemoryInfo();
        sink.Add(Pauses, GC.GetTotalPauseDuration().TotalSeconds);
        sink.Add(Allocated, GC.GetTotalAllocatedBytes());
        sink.Add(Heap, memory.HeapSizeBytes);
        sink.Add(Committed, memory.TotalCommittedBytes);
        sink.Add(PoolThreads, ThreadPool.ThreadCount);
        sink.Add(PoolQueue, ThreadPool.PendingWorkItemCount);
    });
}
