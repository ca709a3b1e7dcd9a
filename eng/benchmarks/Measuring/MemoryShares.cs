using System.Globalization;

namespace ArrFunctions.Benchmarks.Measuring;

/// <summary>The memory of a process in MiB, by whom it is lost to (proc(5), /proc/[pid]/smaps_rollup).</summary>
/// <param name="Resident">All that is in RAM for it, pages of files that others use too among it.</param>
/// <param name="Proportional">The same, a page that n processes use counted as 1/n.</param>
/// <param name="Written">Pages of its own that it has written: heap, stacks, compiled code. The rest the kernel can drop and read again.</param>
/// <param name="Anonymous">The part of them that belongs to no file; compiled code is held twice, in a file in memory, and is missing here.</param>
internal sealed record MemoryShares(double Resident, double Proportional, double Written, double Anonymous)
{
    public static async Task<MemoryShares> ReadAsync(int processId, CancellationToken cancellationToken)
    {
        var lines = await File.ReadAllLinesAsync($"/proc/{processId}/smaps_rollup", cancellationToken);
        return new(Value("Rss:"), Value("Pss:"), Value("Private_Dirty:"), Value("Anonymous:"));

        double Value(string name) => double.Parse(
            Array.Find(lines, line => line.StartsWith(name, StringComparison.Ordinal))!.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
    }
}
