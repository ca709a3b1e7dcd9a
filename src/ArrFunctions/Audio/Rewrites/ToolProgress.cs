using System.Globalization;

namespace ArrFunctions.Audio.Rewrites;

/// <summary>Reads how far a program has come from the lines it writes: percents of mkvmerge, playing time of ffmpeg.</summary>
internal sealed class ToolProgress(TimeSpan? duration, Action<double> report)
{
    private const string Percent = "#GUI#progress ";
    private const string Microseconds = "out_time_us=";

    public void Take(string line)
    {
        if (line.StartsWith(Percent, StringComparison.Ordinal)
            && double.TryParse(line.AsSpan(Percent.Length).TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var percent))
        {
            report(Math.Clamp(percent / 100, 0, 1));
        }
        else if (line.StartsWith(Microseconds, StringComparison.Ordinal) && duration is { TotalMicroseconds: > 0 } whole
            && double.TryParse(line.AsSpan(Microseconds.Length), NumberStyles.Float, CultureInfo.InvariantCulture, out var written))
        {
            report(Math.Clamp(written / whole.TotalMicroseconds, 0, 1));
        }
    }
}
