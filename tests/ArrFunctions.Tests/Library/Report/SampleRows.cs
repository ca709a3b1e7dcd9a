using System.Runtime.CompilerServices;
using ArrFunctions.Library;

namespace ArrFunctions.Tests.Library.Report;

/// <summary>Rows of a made-up library, each made when it is asked for.</summary>
internal sealed class SampleRows(int files, bool isSeries)
{
    public const int EpisodesOfSeries = 60;

    /// <summary>Names that want to be more than text.</summary>
    public static readonly string[] HostileNames =
    [
        "</script><script>alert(1)</script>",
        "<img src=x onerror=alert(2)>",
        "=cmd|' /C calc'!A0",
        "\"' onmouseover=\"alert(3)",
        "\u202Egnp.evil\u202C \u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627",
        "\U0001F600\U0001F468\u200D\U0001F469\u200D\U0001F467 \u2028 \u2029 \u0001",
        new('W', 500),
        "<!--<script>",
        "\uD800 alone",
        "&lt;b&gt; ${1} {{2}}",
    ];

    private static readonly string[] Qualities = ["WEBDL-720p", "WEBDL-1080p", "Bluray-1080p", "WEBDL-2160p", "Remux-2160p"];
    private static readonly string[] Codecs = ["h264", "x265", "AV1"];

    public int Enumerations { get; private set; }

    public int Files => files;

    public IEnumerable<LibraryRow> All => Enumerable.Range(0, files).Select(Row);

    public async IAsyncEnumerable<LibraryRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Enumerations++;
        await Task.Yield();
        for (int i = 0; i < files; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return Row(i);
        }
    }

    public static int ScoreOf(int i) => ((i * 7919) % 100) switch
    {
        < 8 => -10000 + (i % 40),
        < 30 => (i * 31 % 900) - 200,
        < 80 => 1500 + (i * 17 % 800),
        _ => 2600 + (i * 13 % 1500),
    };

    public static long SizeOf(int i) => (long)(Math.Pow(2, 9 + (((i * 104729) % 600) / 100d) + (ScoreOf(i) > 1500 ? 1 : 0)) * 1024 * 1024);

    private LibraryRow Row(int i)
    {
        int number = isSeries ? i / EpisodesOfSeries : i;
        int episode = i % EpisodesOfSeries;
        return new(
            new LibraryTitle
            {
                Id = number + 1,
                Title = number < HostileNames.Length ? HostileNames[number] : $"Sample {(char)('A' + (number * 7 % 26))} {number}",
                Year = 1960 + (number % 66),
                ProfileId = (number % 3) + 1,
                IsMonitored = number % 9 != 0,
                Genres = ["Drama"],
            },
            new LibraryFile
            {
                FileId = i + 1,
                Path = "a.mkv",
                Size = SizeOf(i),
                Added = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(i % 700),
                Changed = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(i % 300),
                Quality = Qualities[i % Qualities.Length],
                Score = ScoreOf(i),
                Formats = i % 11 == 0 ? [] : [1 + (i % 10), 11 + (i % 5), 17 + (i % 3)],
                QualityCutoffNotMet = i % 5 == 0,
                ReleaseGroup = $"GROUP{i % 120}",
                Languages = ["English"],
                Media = i % 50 == 0 ? null : new()
                {
                    VideoCodec = Codecs[i % 3],
                    Resolution = $"1920x{800 + (i % 30 * 10)}",
                    DynamicRange = i % 4 == 0 ? "HDR10" : null,
                    AudioCodec = "EAC3",
                    AudioChannels = 5.1m,
                    AudioLanguages = "eng/ger",
                    Runtime = 5400 + (i % 3000),
                },
                Episodes = isSeries ? [new((i * 2) + 1, 1 + (episode / 10), 1 + (episode % 10))] : [],
            });
    }
}
