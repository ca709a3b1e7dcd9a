using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace ArrFunctions.SelfHost.Commands;

/// <summary>The last line of a terminal while files or rows are worked on: a bar, counts, and the time that is left.</summary>
/// <param name="output">The terminal.</param>
/// <param name="total">How many there are; null where nobody knows.</param>
/// <param name="unit">What they are.</param>
internal sealed class ProgressLine(IAnsiConsole output, long? total, string unit)
{
    public const string EraseLine = "\r\u001b[2K";
    private const int BarWidth = 30;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly long started = Stopwatch.GetTimestamp();
    private long drawn = Stopwatch.GetTimestamp();
    private long done;
    private double part;

    public void Advance()
    {
        (done, part) = (done + 1, 0);
        DrawSometimes();
    }

    /// <param name="share">How much of the file in hand is done, from 0 to 1.</param>
    public void Report(double share)
    {
        part = share;
        DrawSometimes();
    }

    private void DrawSometimes()
    {
        if (Stopwatch.GetElapsedTime(drawn) > Pause)
        {
            Draw();
        }
    }

    public void Draw()
    {
        drawn = Stopwatch.GetTimestamp();
        var reached = done + part;
        if (total is not { } all)
        {
            output.Write(new ControlCode(string.Create(CultureInfo.InvariantCulture, $"{EraseLine}{done} {unit}")));
            return;
        }

        var share = Math.Min(1, reached / Math.Max(1, all));
        var left = reached == 0 ? "" : $", {Duration(Stopwatch.GetElapsedTime(started) * (all - reached) / reached)} left";
        var anew = part == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", writing a new file{(all == 1 ? "" : $" ({part:0%})")}");
        var text = string.Create(
            CultureInfo.InvariantCulture, $"{Bar(share)} {done} of {all} {unit}, {share:0%}{anew}{left}");
        output.Write(new ControlCode(EraseLine + text));
    }

    public void Hide() => output.Write(new ControlCode(EraseLine));

    /// <param name="share">From 0 to 1.</param>
    public static string Bar(double share)
    {
        var filled = (int)(share * BarWidth);
        return $"[{new string('#', filled)}{new string('.', BarWidth - filled)}]";
    }

    public static string Duration(TimeSpan time) =>
        time.TotalSeconds < 1 ? "0 s" : time.TotalMinutes < 1 ? $"{time.Seconds} s"
        : time.TotalHours < 2 ? $"{(int)time.TotalMinutes} min {time.Seconds} s" : $"{(int)time.TotalHours} h {time.Minutes} min";
}
