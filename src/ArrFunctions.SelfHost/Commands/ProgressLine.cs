using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace ArrFunctions.SelfHost.Commands;

/// <summary>The last line of a terminal while files are worked on: a bar, counts, and the time that is left.</summary>
internal sealed class ProgressLine(IAnsiConsole output, int total)
{
    private const string EraseLine = "\r\u001b[2K";
    private const int BarWidth = 30;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly long started = Stopwatch.GetTimestamp();
    private long drawn = Stopwatch.GetTimestamp();
    private int done;

    public void Advance()
    {
        done++;
        if (Stopwatch.GetElapsedTime(drawn) > Pause)
        {
            Draw();
        }
    }

    public void Draw()
    {
        drawn = Stopwatch.GetTimestamp();
        var share = Math.Min(1, (double)done / Math.Max(1, total));
        var filled = (int)(share * BarWidth);
        var left = done == 0 ? "" : $", {Duration(Stopwatch.GetElapsedTime(started) * (total - done) / done)} left";
        var text = string.Create(
            CultureInfo.InvariantCulture, $"[{new string('#', filled)}{new string('.', BarWidth - filled)}] {done} of {total} files, {share:0%}{left}");
        output.Write(new ControlCode(EraseLine + text));
    }

    public void Hide() => output.Write(new ControlCode(EraseLine));

    private static string Duration(TimeSpan time) =>
        time.TotalSeconds < 1 ? "0 s" : time.TotalMinutes < 1 ? $"{time.Seconds} s" : $"{(int)time.TotalMinutes} min {time.Seconds} s";
}
