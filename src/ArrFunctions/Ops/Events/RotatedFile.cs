using System.Globalization;
using System.Text;

namespace ArrFunctions.Ops.Events;

/// <summary>A file of lines; from a size on it gets <c>.1</c> behind its name, the one that had that <c>.2</c>, and a new one is begun.</summary>
/// <param name="mostFiles">With the one that is written to; 2 or more, since the last line has to stay somewhere.</param>
internal sealed class RotatedFile(string path, long mostBytes, int mostFiles)
{
    /// <summary>No line is longer.</summary>
    private const int LongestLine = 256 * 1024;

    /// <summary>The last whole line of this file, or of the one before where this one has none; null: there is none.</summary>
    /// <exception cref="IOException">It is no file of lines that begin so.</exception>
    /// <param name="begin">How each line begins.</param>
    public string? LastLine(string begin)
    {
        if (File.Exists(path))
        {
            var (line, _, half) = Tail(path);
            if (line is not null)
            {
                return line;
            }

            if (!half.StartsWith(begin, StringComparison.Ordinal) && !begin.StartsWith(half, StringComparison.Ordinal))
            {
                throw NoLines();
            }
        }

        return File.Exists(Before(1)) ? Tail(Before(1)).Line : null;
    }

    /// <summary>Cuts off what stands behind the last whole line. Whoever asks for it knows that the file is his.</summary>
    public void CutHalfLine()
    {
        if (File.Exists(path) && Tail(path) is { Half: not "" } tail)
        {
            using var file = Open(FileMode.Open);
            file.SetLength(tail.End);
        }
    }

    public void Append(IEnumerable<byte[]> lines)
    {
        FileStream? file = null;
        try
        {
            foreach (var line in lines)
            {
                file ??= Open(FileMode.Append);
                if (file.Position > 0 && file.Position + line.Length > mostBytes)
                {
                    file.Dispose();
                    Rotate();
                    file = Open(FileMode.Append);
                }

                file.Write(line);
            }

            file?.Flush();
        }
        finally
        {
            file?.Dispose();
        }
    }

    private void Rotate()
    {
        for (var number = mostFiles - 1; number > 1; number--)
        {
            if (File.Exists(Before(number - 1)))
            {
                File.Move(Before(number - 1), Before(number), overwrite: true);
            }
        }

        File.Move(path, Before(1), overwrite: true);
    }

    /// <summary>The last whole line, where it ends, and what stands behind it.</summary>
    private static (string? Line, long End, string Half) Tail(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var tail = new byte[(int)Math.Min(file.Length, 2 * LongestLine)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        var end = tail.AsSpan().LastIndexOf((byte)'\n');
        var half = Encoding.UTF8.GetString(tail, end + 1, tail.Length - end - 1);
        if (end < 0)
        {
            return file.Length <= tail.Length ? (null, 0, half) : throw NoLines();
        }

        var begin = tail.AsSpan(0, end).LastIndexOf((byte)'\n') + 1;
        return (Encoding.UTF8.GetString(tail, begin, end - begin), file.Length - tail.Length + end + 1, half);
    }

    private static IOException NoLines() => new("it has no lines of events. Name a file of its own in Events:File, or move this one away.");

    private FileStream Open(FileMode mode) => new(path, new FileStreamOptions
    {
        Mode = mode,
        Access = mode is FileMode.Append ? FileAccess.Write : FileAccess.ReadWrite,
        Share = FileShare.ReadWrite | FileShare.Delete,
        UnixCreateMode = mode is FileMode.Append ? UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead : null,
    });

    private string Before(int number) => string.Create(CultureInfo.InvariantCulture, $"{path}.{number}");
}
