using System.Globalization;
using ArrFunctions.Audio;

namespace ArrFunctions.Tests.Audio;

/// <summary>A folder with very many files is never held as a whole. Alone, because it measures the memory of this process.</summary>
[Collection(nameof(Instants))]
public sealed class LargeFolderTests : IDisposable
{
    private const int Files = 100_000;

    /// <summary>All the names take 20 MB; those that are held a tenth of that.</summary>
    private const long MostBytes = 8_000_000;

    private readonly string root = Directory.CreateTempSubdirectory("large-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void A_hundred_thousand_files_are_found_in_order_while_few_names_are_held()
    {
        var tail = new string('x', 90);
        for (var number = 0; number < Files; number++)
        {
            File.WriteAllBytes(Path.Combine(root, string.Create(CultureInfo.InvariantCulture, $"{number:d6}{tail}.mkv")), []);
        }

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (found, most, last) = (0, 0L, "");
        foreach (var path in MediaFolder.Files(root, recursive: true, static (_, _) => { }))
        {
            Assert.True(string.CompareOrdinal(last, path) < 0, $"{path} comes behind {last}.");
            last = path;
            if (++found % 25_000 == 0)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        }

        Assert.Equal(Files, found);
        Assert.InRange(most, long.MinValue, MostBytes);
    }
}
