using System.Globalization;
using ArrFunctions.Demo.Matroska;
using ArrFunctions.Demo.Mp4;

namespace ArrFunctions.Benchmarks.Subjects;

/// <summary>A folder of small files, half MKV, half MP4, a hundred to a subfolder.</summary>
internal static class SmallLibrary
{
    private const int FilesInFolder = 100;

    /// <returns>The paths of the files.</returns>
    public static List<string> Write(string folder, int count)
    {
        var (matroska, mp4) = (MatroskaWriter.ToArray(SampleFiles.Matroska), Mp4Writer.ToArray(SampleFiles.Mp4));
        List<string> files = [];
        for (var index = 0; index < count; index++)
        {
            var subfolder = Path.Combine(folder, (index / FilesInFolder).ToString("d4", CultureInfo.InvariantCulture));
            if (index % FilesInFolder == 0)
            {
                Directory.CreateDirectory(subfolder);
            }

            var isMatroska = index % 2 == 0;
            files.Add(Path.Combine(subfolder, $"{index % FilesInFolder:d2}{(isMatroska ? ".mkv" : ".mp4")}"));
            File.WriteAllBytes(files[^1], isMatroska ? matroska : mp4);
        }

        return files;
    }
}
