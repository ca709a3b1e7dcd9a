using System.Globalization;
using System.Text;

namespace ArrFunctions.Ops.Events;

/// <summary>A file of lines; from a size on it gets <c>.1</c> behind its name, the one that had that <c>.2</c>, and a new one is begun.</summary>
/// <param name="mostFiles">With the one that is written to; 2 or more, since the last line has to stay somewhere.</param>
internal sealed class RotatedFile(string path, long mostBytes, int mostFiles)
{
    /// <summary>No line is longer.</summary>
    private const int LongestLine = 256 * 1024;

    /// <summary>The last whole line of this file, or of the one before where this one is empty; null: there is none.</summary>
    /// <remarks>What stands behind it is half a line, and is cut off.</remarks>
    public string? LastLine()
    {
        if (File.Exists(path))
        {
            using var file = Open(FileMode.Open);
            if (LastLine(file) is { } line)
            {
                return line;
            }
        }

        return File.Exists(Before(1)) ? LastLine(Before(1)) : null;
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

    private static string? LastLine(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read);
        return Tail(file).Line;
    }

    private static string? LastLine(FileStream file)
    {
        var (line, end) = Tail(file);
        if (end < file.Length)
        {
            file.SetLength(end);
        }

        return line;
    }

    /// <summary>The last whole line, and where it ends.</summary>
    private static (string? Line, long End) Tail(FileStream file)
    {
        var tail = new byte[(int)Math.Min(file.Length, 2 * LongestLine)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        var end = tail.AsSpan().LastIndexOf((byte)'\n');
        if (end < 0)
        {
            return file.Length <= tail.Length ? (null, 0) : throw new IOException("it has no lines. Name a file of its own in Events:File, or move this one away.");
        }

        var begin = tail.AsSpan(0, end).LastIndexOf((byte)'\n') + 1;
        return (Encoding.UTF8.GetString(tail, begin, end - begin), file.Length - tail.Length + end + 1);
    }

    private FileStream Open(FileMode mode) => new(path, new FileStreamOptions
    {
        Mode = mode,
        Access = mode is FileMode.Append ? FileAccess.Write : FileAccess.ReadWrite,
        Share = FileShare.ReadWrite | FileShare.Delete,
        UnixCreateMode = mode is FileMode.Append ? UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead : null,
    });

    private string Before(int number) => string.Create(CultureInfo.InvariantCulture, $"{path}.{number}");
}
