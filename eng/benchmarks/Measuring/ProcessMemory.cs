using System.Globalization;

namespace ArrFunctions.Benchmarks.Measuring;

/// <summary>Resident memory of another process, by the kernel's count (proc(5), /proc/[pid]/status).</summary>
internal static class ProcessMemory
{
    /// <param name="field"><c>VmRSS</c>, now, or <c>VmHWM</c>, the greatest so far.</param>
    /// <returns>MiB; 0 when the process is just gone.</returns>
    public static async Task<double> ReadAsync(int processId, string field, CancellationToken cancellationToken)
    {
        try
        {
            var lines = await File.ReadAllLinesAsync($"/proc/{processId}/status", cancellationToken);
            var line = Array.Find(lines, line => line.StartsWith(field, StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
