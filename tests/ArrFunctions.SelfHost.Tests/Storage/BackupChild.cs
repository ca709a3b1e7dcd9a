using System.Diagnostics;
using System.Globalization;
using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.SelfHost.Tests.Storage;

/// <summary>Migrates or restores, and kills itself at an instant of it.</summary>
internal static class BackupChild
{
    /// <param name="name">Of the instants that count; empty: all.</param>
    /// <param name="number">Which of them, from 0.</param>
    /// <param name="work">What is done.</param>
    public static async Task<int> RunAsync(string name, string number, string[] work)
    {
        var left = int.Parse(number, CultureInfo.InvariantCulture);
        FaultPoint.Reached = reached =>
        {
            if ((name.Length == 0 || name == reached) && left-- == 0)
            {
                Process.GetCurrentProcess().Kill();
                Thread.Sleep(Timeout.Infinite);
            }
        };
        var options = new SqliteOptions { Folder = work[1] };
        if (work[0] is "restore")
        {
            await new StateRestore(options, TimeProvider.System).RunAsync(work[2], static _ => { }, CancellationToken.None);
        }
        else
        {
            await SqliteStateFile.Open(options, NullLogger<SqliteStateFile>.Instance).DisposeAsync();
        }

        return 0;
    }
}
