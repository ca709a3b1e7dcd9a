using System.Globalization;
using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.SelfHost.Service;

/// <summary>Where the service of a data folder answers, left there in <c>service.address</c> for commands on the same machine. It counts while <see cref="ServiceLock"/> is held.</summary>
internal static class ServiceAddress
{
    private const string Name = "service.address";
    private const int MostBytes = 4096;

    /// <summary>As well as it can be: a disk that is full keeps no service from running.</summary>
    public static void TryLeave(string dataFolder, IEnumerable<string> addresses)
    {
        try
        {
            using var file = new StreamWriter(Path.Combine(dataFolder, Name), new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite });
            foreach (var address in addresses)
            {
                file.WriteLine(address);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Without it the usual address is asked.
        }
    }

    /// <summary>Null where none is known.</summary>
    public static Uri? Find(string dataFolder) => SmallFile.TryRead(Path.Combine(dataFolder, Name), MostBytes, out _)?
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .OrderBy(static line => line.StartsWith("https:", StringComparison.Ordinal)) // A certificate is made out to another name than this.
        .Select(OnThisMachine).FirstOrDefault(static address => address is not null);

    /// <summary>What listens on all addresses is asked at this machine's own.</summary>
    private static Uri? OnThisMachine(string address) => !Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") ? null
        : uri.Host is "[::]" or "0.0.0.0" ? new Uri(string.Create(CultureInfo.InvariantCulture, $"{uri.Scheme}://127.0.0.1:{uri.Port}"))
        : new Uri(uri.GetLeftPart(UriPartial.Authority));
}
