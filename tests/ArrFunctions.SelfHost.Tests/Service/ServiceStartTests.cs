using System.Net;
using System.Net.Sockets;
using ArrFunctions.SelfHost.Tests.Commands;

namespace ArrFunctions.SelfHost.Tests.Service;

/// <summary>How the service starts and stops.</summary>
public sealed class ServiceStartTests : IDisposable
{
    private readonly ServiceFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task It_says_where_it_is_and_what_to_do_next()
    {
        await using var service = await ServiceProcess.StartAsync(folder.Data);

        Assert.Equal(
            $"ArrFunctions is ready at {service.Address.GetLeftPart(UriPartial.Authority)}; no instance configured: open it in a browser, and sign in with the key in {Path.Combine(folder.Data, "initial-key")}.",
            service.ReadyLine);
    }

    [Fact]
    public async Task Its_folder_and_first_key_are_for_its_user_alone()
    {
        await using var service = await ServiceProcess.StartAsync(folder.Data);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder.Data));
        Assert.All(Directory.EnumerateFiles(folder.Data), path => Assert.Equal((path, UnixFileMode.UserRead | UnixFileMode.UserWrite), (path, File.GetUnixFileMode(path))));
        Assert.NotEmpty(ServiceClient.InitialKey(folder.Data));
        Assert.DoesNotContain(ServiceClient.InitialKey(folder.Data), service.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The state is in ")]
    [InlineData("ArrFunctions is ready at ")]
    public async Task Told_to_stop_while_it_starts_it_stops_in_order(string at)
    {
        Assert.Equal(0, await ServiceProcess.StartAndStopAsync(folder.Data, at));

        await using var again = await ServiceProcess.StartAsync(folder.Data);
        Assert.DoesNotContain("The last stop was not clean", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_key_stays_over_a_restart()
    {
        string key;
        await using (var service = await ServiceProcess.StartAsync(folder.Data))
        {
            key = ServiceClient.InitialKey(folder.Data);
            Assert.Equal(0, await service.StopAsync());
        }

        await using var again = await ServiceProcess.StartAsync(folder.Data);
        using var client = new ServiceClient(again.Address, key);
        Assert.Equal(key, ServiceClient.InitialKey(folder.Data));
        Assert.Single(await client.ListAsync("keys"));
    }

    [Fact]
    public async Task A_second_service_on_the_same_folder_is_refused()
    {
        await using var service = await ServiceProcess.StartAsync(folder.Data);

        var run = await CommandRun.OfAsync("--data", folder.Data, "--urls", "http://127.0.0.1:0");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal($"Another ArrFunctions service runs on the data folder {folder.Data}. Stop it first, or give this one a folder of its own with --data.", Words(run));
    }

    [Fact]
    public async Task A_port_in_use_is_told_and_PORT_is_heard()
    {
        var port = FreePort();
        await using var service = await ServiceProcess.StartAsync(["--data", folder.Data], ("PORT", $"{port}"));
        Assert.Equal(new Uri($"http://127.0.0.1:{port}"), service.Address);

        using var other = new ServiceFolder();
        var run = await CommandRun.OfAsync([("PORT", $"{port}")], "--data", other.Data);

        Assert.Equal(1, run.ExitCode);
        Assert.EndsWith("address already in use. Another program listens there; stop it, or take another port with PORT or --urls.", Words(run), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("80000")]
    [InlineData("http")]
    public async Task A_PORT_that_is_none_is_refused(string port)
    {
        var run = await CommandRun.OfAsync([("PORT", port)], "--data", folder.Data);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal($"PORT: '{port}' is no port. Write a number from 1 to 65535.", Words(run));
    }

    [Fact]
    public async Task SIGTERM_ends_it_after_the_file_in_hand()
    {
        var films = Enumerable.Range(1, 40).Select(number => folder.Film($"film-{number}.mkv")).ToList();
        await using (var service = await folder.StartAsync())
        {
            using var client = ServiceClient.Of(service, folder.Data);
            await client.PostAsync("api/queue/pause");
            foreach (var (number, film) in films.Index())
            {
                await client.PostAsync("api/webhook/radarr", ImportEvent.Movie(film.Path, number + 1));
            }

            await client.PostAsync("api/queue/resume");
            while (Finished(service) == 0)
            {
                await client.GetAsync("health");
            }

            var started = TimeProvider.System.GetTimestamp();
            Assert.Equal(0, await service.StopAsync());
            Assert.InRange(TimeProvider.System.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(30));
            Assert.InRange(Finished(service), 1, films.Count - 1);
            Assert.EndsWith("ArrFunctions has stopped.", service.Output, StringComparison.Ordinal);
        }

        await using var again = await folder.StartAsync();
        using var after = ServiceClient.Of(again, folder.Data);
        await after.DrainAsync();
        Assert.All(films, film => film.AssertIsRight());
        var jobs = await after.ListAsync("jobs");
        Assert.Equal(films.Count, jobs.Count);
        Assert.All(jobs, job => Assert.Equal((1, "changed"), (job.GetProperty("attempts").GetInt32(), job.GetProperty("result").GetString())));
    }

    /// <summary>How many jobs its log tells the end of.</summary>
    private static int Finished(ServiceProcess service) => service.Output.Split(": Succeeded: ").Length - 1;

    /// <summary>What it complained of, its log apart.</summary>
    private static string Words(CommandRun run) => run.Errors.Trim();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
