using System.Text;

namespace ArrFunctions.Ops.Logs.Files;

/// <summary>Writes lines to a file, and begins another when it is full or the day is over. Lines that cannot be written are lost, counted and told.</summary>
/// <param name="options">Where, and what is kept.</param>
/// <param name="clock">Begins days, in UTC.</param>
/// <param name="tellLoss">The line that says how many were lost.</param>
/// <param name="trouble">Told when lines begin to be lost, once in ten minutes.</param>
internal sealed class LogFile(LogFileOptions options, TimeProvider clock, Func<long, string> tellLoss, Action<string> trouble) : IDisposable
{
    private const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;

    private static readonly TimeSpan TellAgainAfter = TimeSpan.FromMinutes(10);

    private readonly FinishedLogFiles finished = new(options);
    private Stream? file;
    private DateTime day;
    private long lost;
    private long? told;

    /// <summary>Opens the file at its end.</summary>
    public Func<string, Stream> Open { get; init; } = static path => new FileStream(path, new FileStreamOptions
    {
        Mode = FileMode.OpenOrCreate,
        Access = FileAccess.ReadWrite,
        Share = FileShare.ReadWrite | FileShare.Delete,
        BufferSize = 0,
        UnixCreateMode = Mode,
    });

    public void Write(IReadOnlyList<string> lines)
    {
        var written = 0;
        try
        {
            OpenAgainIfMoved();
            for (; written < lines.Count; written++)
            {
                if (lost > 0)
                {
                    Append(tellLoss(lost));
                    lost = 0;
                }

                Append(lines[written]);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Lose(lines.Count - written, failure);
        }
    }

    public void Dispose() => file?.Dispose();

    private void Lose(int lines, Exception failure)
    {
        // On a full disk a short line fits at times: that is the same trouble.
        if (lost == 0 && (told is not { } last || clock.GetElapsedTime(last) >= TellAgainAfter))
        {
            told = clock.GetTimestamp();
            trouble($"The log cannot be written to {options.Path} ({failure.Message}); lines are lost there until it can.");
        }

        lost += lines;
        Close();
    }

    private void Append(string line)
    {
        var bytes = Encoding.UTF8.GetBytes(line);
        var now = clock.GetUtcNow();
        if (file is { Length: > 0 } full && (full.Length + bytes.Length > options.Size || now.UtcDateTime.Date != day))
        {
            Finish(now);
        }

        var open = file ??= OpenAtEnd(now);
        var start = open.Position;
        try
        {
            open.Write(bytes);
        }
        catch (IOException)
        {
            // No half lines: what did fit is taken back.
            open.SetLength(start);
            throw;
        }
    }

    private void Finish(DateTimeOffset now)
    {
        Close();
        File.Move(options.Path, finished.Next(now));
        finished.CleanUp(now);
    }

    private Stream OpenAtEnd(DateTimeOffset now)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(options.Path)!);
        day = File.Exists(options.Path) ? File.GetLastWriteTimeUtc(options.Path).Date : now.UtcDateTime.Date;
        finished.CleanUp(now);
        var opened = Open(options.Path);
        try
        {
            GoToEnd(opened, now);
            return opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    private void GoToEnd(Stream opened, DateTimeOffset now)
    {
        if (opened.Length == 0)
        {
            day = now.UtcDateTime.Date;
            return;
        }

        // A path by mistake, or of somebody who means harm: a film, or the state.
        var first = new byte[(int)Math.Min(opened.Length, 512)];
        opened.ReadExactly(first);
        if (first.Contains((byte)0))
        {
            throw new IOException("it is no text; name a file of its own in Logs:File:Path");
        }

        // A process that was killed may have left half a line.
        opened.Seek(-1, SeekOrigin.End);
        if (opened.ReadByte() is not '\n')
        {
            opened.WriteByte((byte)'\n');
        }
    }

    /// <summary>Somebody may have removed, renamed or emptied the file.</summary>
    private void OpenAgainIfMoved()
    {
        if (file is FileStream open && (new FileInfo(options.Path) is not { Exists: true } there || there.Length != open.Length))
        {
            Close();
        }
    }

    private void Close()
    {
        try
        {
            file?.Dispose();
        }
        catch (IOException)
        {
            // What it held is lost and counted, or was written before.
        }

        file = null;
    }
}
