using System.Diagnostics;
using System.Net.Http.Headers;
using ArrFunctions.Benchmarks.Measuring;

namespace ArrFunctions.Benchmarks.Subjects;

/// <summary>The service as a process of its own: the build that stands beside this program, on a fresh data folder and a free port.</summary>
internal sealed class ServiceProgram : IAsyncDisposable
{
    private const string Ready = "ArrFunctions is ready at ";

    private readonly Process process;

    private ServiceProgram(Process process, Uri address, string key, TimeSpan startTime)
    {
        this.process = process;
        (Address, Key, StartTime) = (address, key, startTime);

        // What it logs is read and dropped, as by a container runtime; this ends with the process.
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
    }

    public Uri Address { get; }

    /// <summary>The admin key of the first start.</summary>
    public string Key { get; }

    /// <summary>From the start of the process to the line that says it is ready.</summary>
    public TimeSpan StartTime { get; }

    /// <param name="dataFolder">An empty folder.</param>
    /// <param name="mediaFolder">The one folder that may be touched; fixes are written.</param>
    /// <param name="settings">Beside the usual ones.</param>
    /// <param name="program">Another than the build that stands beside this program.</param>
    public static async Task<ServiceProgram> StartAsync(
        string dataFolder, string mediaFolder, CancellationToken cancellationToken, IReadOnlyDictionary<string, string>? settings = null, string? program = null)
    {
        var started = Stopwatch.GetTimestamp();
        var process = new Process
        {
            StartInfo = new ProcessStartInfo(program ?? CommandLineProgram.Path, ["--data", dataFolder, "--urls", "http://127.0.0.1:0"])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                Environment = { ["Audio__Roots"] = mediaFolder, ["Audio__DryRun"] = "false", ["Audio__Languages"] = "eng" },
            },
        };
        foreach (var (name, value) in settings ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            process.StartInfo.Environment[name] = value;
        }

        process.Start();
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith(Ready, StringComparison.Ordinal))
            {
                var startTime = Stopwatch.GetElapsedTime(started);
                var key = await File.ReadAllTextAsync(Path.Combine(dataFolder, "initial-key"), cancellationToken);
                return new(process, new Uri(line[Ready.Length..line.IndexOf(';', StringComparison.Ordinal)]), key.Trim(), startTime);
            }
        }

        throw new InvalidOperationException("The service ended before it was ready.");
    }

    /// <summary>Resident memory now, in MiB.</summary>
    public Task<double> MemoryAsync(CancellationToken cancellationToken) => ProcessMemory.ReadAsync(process.Id, "VmRSS", cancellationToken);

    /// <summary>Its memory now, by kinds.</summary>
    public Task<MemoryShares> SharesAsync(CancellationToken cancellationToken) => MemoryShares.ReadAsync(process.Id, cancellationToken);

    /// <summary>Greatest resident memory so far, in MiB.</summary>
    public Task<double> PeakMemoryAsync(CancellationToken cancellationToken) => ProcessMemory.ReadAsync(process.Id, "VmHWM", cancellationToken);

    /// <summary>User and system time of all its threads so far.</summary>
    public TimeSpan ProcessorTime()
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }

    /// <summary>A client that keeps this many connections open and sends the key.</summary>
    public HttpClient CreateClient(int connections)
    {
        var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = connections, UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = Address };
        client.DefaultRequestHeaders.Add("X-Api-Key", Key);
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return client;
    }

    /// <summary>Its data folder is thrown away, so it is not asked to stop in order.</summary>
    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
