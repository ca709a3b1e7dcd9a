using System.Globalization;

namespace ArrFunctions.SelfHost.Tests.Faults;

/// <summary>What the kernel tells of a process.</summary>
/// <param name="Resident">Bytes of memory that it has.</param>
internal readonly record struct ProcessFigures(long Resident, int Files, int Threads)
{
    public static ProcessFigures Of(int id)
    {
        var status = File.ReadAllLines($"/proc/{id}/status");
        return new(Number(status, "VmRSS:") * 1024, Directory.GetFileSystemEntries($"/proc/{id}/fd").Length, (int)Number(status, "Threads:"));
    }

    private static long Number(string[] status, string name) => long.Parse(
        status.Single(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..].Replace("kB", "", StringComparison.Ordinal), NumberStyles.Integer | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture);
}
