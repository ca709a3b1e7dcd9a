using System.Globalization;
using System.Text.RegularExpressions;

namespace ArrFunctions.Ops.Backup;

/// <summary>File names of backups: <c>arrfunctions-20260131T033000Z.zip</c>.</summary>
internal static partial class BackupName
{
    private const string Form = "'arrfunctions-'yyyyMMdd'T'HHmmss'Z.zip'";

    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>When the backup of a name was begun; null: it is no such name.</summary>
    public static DateTimeOffset? TimeOf(string name) =>
        DateTimeOffset.TryParseExact(name, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    /// <summary>The first of that second or the ones after it that is not taken.</summary>
    public static string Free(DateTimeOffset time, IReadOnlyCollection<string> taken)
    {
        while (taken.Contains(Of(time), StringComparer.Ordinal))
        {
            time += TimeSpan.FromSeconds(1);
        }

        return Of(time);
    }

    public static bool Is(string name) => Pattern().IsMatch(name);

    [GeneratedRegex(@"^arrfunctions-\d{8}T\d{6}Z\.zip\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
