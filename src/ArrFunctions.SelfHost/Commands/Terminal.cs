using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using ArrFunctions.MediaServers;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ArrFunctions.SelfHost.Commands;

/// <summary>Where commands write: results to standard output, troubles to standard error.</summary>
[SuppressMessage("ApiDesign", "RS0030:Do not use banned APIs", Justification = "This is the one place of the command line that writes to the console.")]
internal sealed class Terminal
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly IAnsiConsole output;
    private ProgressLine? progress;

    public Terminal()
    {
        output = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Console.Out),
            Ansi = IsInteractive ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = IsInteractive ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        if (!IsInteractive)
        {
            output.Profile.Width = int.MaxValue / 2; // Lines that a program reads are never folded.
        }
    }

    /// <summary>Standard output as it is, for a log that is written there.</summary>
    public static Stream OpenOutput() => Console.OpenStandardOutput();

    /// <summary>Whether a person sees the output as it comes.</summary>
    public bool IsInteractive { get; } = !Console.IsOutputRedirected;

    /// <summary>Whether a table has to leave out what can be done without.</summary>
    public bool IsNarrow => output.Profile.Width < 100;

    /// <summary>Whether wide tables fit; where no person reads, a line is as long as it has to be.</summary>
    public bool IsWide => output.Profile.Width >= 170;

    /// <summary>Whether it can show more than ASCII.</summary>
    public bool IsUnicode => output.Profile.Capabilities.Unicode;

    public void Line(string text) => Write(new Text($"{Printable(text)}\n"));

    /// <summary>A line that begins with a coloured word.</summary>
    public void Line(string word, Color colour, string text) =>
        Write(new Paragraph(Printable(word), new Style(colour)).Append($"{Printable(text)}\n"));

    /// <summary>A text behind a name of at most nine characters, which stays beside the text where that is folded.</summary>
    public void Fact(string name, string text) => Write(new Grid { Expand = false }
        .AddColumn(new GridColumn { Width = 10, NoWrap = true, Padding = new(0, 0, 0, 0) })
        .AddColumn(new GridColumn { Padding = new(0, 0, 0, 0) })
        .AddRow(new Text(Printable(name)), new Text(Printable(text))));

    /// <summary>A line for each who could not be told of a change.</summary>
    public void NotTold(IEnumerable<Told> told)
    {
        foreach (var failure in told.Where(one => !one.IsDone))
        {
            Line("not told".PadRight(13), Color.Yellow, failure.Sentence);
        }
    }

    /// <summary>One line exactly as it is, for programs.</summary>
    public static void Raw(string text) => Console.Out.WriteLine(text);

    public void Write(IRenderable content)
    {
        if (content is Table { Border: RoundedTableBorder } table && !IsUnicode)
        {
            table.Border = TableBorder.Ascii;
        }

        progress?.Hide();
        output.Write(content);
        progress?.Draw();
    }

    public static void Error(string text) => Console.Error.WriteLine(Printable(text));

    /// <summary>Keeps a progress bar below all other lines until <see cref="EndProgress"/>.</summary>
    public void BeginProgress(long? total, string unit = "files") => progress = new ProgressLine(output, total, unit);

    public void Advance() => progress?.Advance();

    /// <summary>How much of the file in hand is done.</summary>
    public void Report(double share) => progress?.Report(share);

    public void EndProgress()
    {
        progress?.Hide();
        progress = null;
    }

    /// <summary>Shows a person a line in the place of the one before; an empty one takes it away.</summary>
    public void Status(string text)
    {
        if (IsInteractive)
        {
            var room = Math.Max(0, output.Profile.Width - 1); // A line that is folded could not be taken away.
            output.Write(new ControlCode(ProgressLine.EraseLine + (text.Length > room ? text[..room] : text)));
        }
    }

    /// <summary>Tells a person what is waited for, and for how long already; the line is gone when it is there.</summary>
    public async Task<T> WaitForAsync<T>(string what, Func<Task<T>> work)
    {
        if (!IsInteractive)
        {
            return await work();
        }

        var started = Stopwatch.GetTimestamp();
        var running = work();
        do
        {
            output.Write(new ControlCode($"{ProgressLine.EraseLine}{what} ({Stopwatch.GetElapsedTime(started).TotalSeconds:0} s)"));
        }
        while (await Task.WhenAny(running, Task.Delay(Second)) != running);

        output.Write(new ControlCode(ProgressLine.EraseLine));
        return await running;
    }

    /// <summary>Text from a file or a file name, without characters that would steer the terminal.</summary>
    public static string Printable(string text)
    {
        if (!text.Any(Steers))
        {
            return text;
        }

        var clean = new StringBuilder(text);
        for (var i = 0; i < clean.Length; i++)
        {
            if (Steers(clean[i]))
            {
                clean[i] = '\uFFFD';
            }
        }

        return clean.ToString();
    }

    /// <summary>Control characters, and those that turn the direction of the text around.</summary>
    private static bool Steers(char c) => char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
