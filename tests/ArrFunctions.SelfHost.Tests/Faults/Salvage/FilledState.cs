using System.Net;
using ArrFunctions.SelfHost.Tests.Service;

namespace ArrFunctions.SelfHost.Tests.Faults.Salvage;

/// <summary>Data folders that the real service filled under load: one that it left in order, and one that it was killed over.</summary>
public sealed class FilledState : IAsyncLifetime
{
    private const int Events = 150;

    private readonly ServiceFolder folder = new();

    private readonly DirectoryInfo copies = Directory.CreateTempSubdirectory("salvage-");

    /// <summary>The key that was revoked before the end.</summary>
    internal string RevokedKey { get; private set; } = "";

    internal string Media => folder.Media;

    internal string Stopped => Path.Combine(copies.FullName, "stopped");

    /// <summary>With a log whose changes are not in the database; the key was revoked among them.</summary>
    internal string Killed => Path.Combine(copies.FullName, "killed");

    public async ValueTask InitializeAsync()
    {
        var sender = new FaultSender(folder);
        await using (var service = await folder.StartAsync())
        {
            using var client = ServiceClient.Of(service, folder.Data);
            await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
            {
                for (var number = 0; number < Events / 4; number++)
                {
                    Assert.Equal(HttpStatusCode.Accepted, await sender.SendAsync(client));
                }
            }));
            await client.DrainAsync();
            RevokedKey = await MakeKeyAsync(client, "revoked");
            Assert.Equal(0, await service.StopAsync());
        }

        await using (var service = await folder.StartAsync())
        {
            using var client = ServiceClient.Of(service, folder.Data);
            await RevokeAsync(client, "revoked");
            for (var number = 0; number < 20; number++)
            {
                Assert.Equal(HttpStatusCode.Accepted, await sender.SendAsync(client));
            }

            await client.DrainAsync();
            await service.KillAsync();
        }

        Copy(folder.Data, Killed);
        await using (var service = await folder.StartAsync())
        {
            using var client = ServiceClient.Of(service, folder.Data);
            await client.DrainAsync();
            Assert.Equal(0, await service.StopAsync());
        }

        Copy(folder.Data, Stopped);
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        copies.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    internal static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
            File.SetLastWriteTimeUtc(Path.Combine(to, Path.GetFileName(file)), File.GetLastWriteTimeUtc(file));
        }
    }

    private static async Task<string> MakeKeyAsync(ServiceClient client, string name)
    {
        var (status, body) = await client.PostAsync("api/keys", $$"""{"name":"{{name}}","role":"admin"}""");
        Assert.Equal(HttpStatusCode.Created, status);
        return body.GetProperty("key").GetString()!;
    }

    private static async Task RevokeAsync(ServiceClient client, string name)
    {
        var id = (await client.GetAsync("api/keys")).GetProperty("keys").EnumerateArray().Single(key => key.GetProperty("name").GetString() == name).GetProperty("id").GetString();
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"api/keys/{id}");
        Assert.Equal(HttpStatusCode.NoContent, (await client.SendAsync(request)).Status);
    }
}
