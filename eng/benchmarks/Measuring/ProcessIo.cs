using System.Globalization;

namespace ArrFunctions.Benchmarks.Measuring;

/// <summary>What this process has read and written so far by the kernel's count, files and pipes alike, from memory or disk (proc(5), /proc/[pid]/io).</summary>
internal sealed record ProcessIo(long Read, long Written, long ReadCalls, long WriteCalls)
{
    /// <summary>What looking costs, which the second of two looks sees of the first.</summary>
    private static readonly ProcessIo Look = CostOfLooking();

    public static ProcessIo Now()
    {
        var lines = File.ReadAllLines("/proc/self/io");
        return new(Value("rchar"), Value("wchar"), Value("syscr"), Value("syscw"));

        long Value(string name) => long.Parse(
            Array.Find(lines, line => line.StartsWith(name, StringComparison.Ordinal))!.Split(' ')[1], CultureInfo.InvariantCulture);
    }

    public static ProcessIo operator -(ProcessIo after, ProcessIo before) => new(
        after.Read - before.Read - Look.Read,
        after.Written - before.Written - Look.Written,
        after.ReadCalls - before.ReadCalls - Look.ReadCalls,
        after.WriteCalls - before.WriteCalls - Look.WriteCalls);

    private static ProcessIo CostOfLooking()
    {
        _ = Now();
        var (first, second) = (Now(), Now());
        return new(second.Read - first.Read, second.Written - first.Written, second.ReadCalls - first.ReadCalls, second.WriteCalls - first.WriteCalls);
    }
}
