using ArrFunctions.Platform;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Ops.Access;

/// <summary>Makes the first admin key when there is no key at all, and writes it to <c>initial-key</c> in the data folder.</summary>
/// <remarks>
/// The file is durable before the key counts. Killed before that, the next start finds no key, makes another one and replaces the file; killed after it,
/// the file holds the key. The lock keeps two processes that start at once from writing the file of one and the key of the other.
/// </remarks>
internal sealed partial class InitialKey(KeyStore keys, string dataFolder, ILogger<InitialKey> logger) : IHostedService
{
    public const string Name = "initial";

    public const string FileName = "initial-key";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string path = Path.Combine(dataFolder, FileName);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!await keys.IsEmptyAsync(cancellationToken))
        {
            return;
        }

        using var starting = KernelLock.Acquire($"{path}.lock", 0, KernelLockMode.Exclusive, Patience, cancellationToken);
        if (await keys.IsEmptyAsync(cancellationToken))
        {
            await MakeAsync(cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task MakeAsync(CancellationToken cancellationToken)
    {
        var text = KeyText.New();
        OwnerFile.Write(path, text.Text);
        if (await keys.AddAsync(text, Name, Role.Admin, actor: "start", cancellationToken) is null)
        {
            // Another machine with the same store, and a folder of its own, was first.
            LinuxFile.Remove(path);
            return;
        }

        Log.Made(logger, path);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "There was no key, so an admin key was made; it is in {Path}. Make keys of your own with it, then delete the file.")]
        public static partial void Made(ILogger logger, string path);
    }
}
