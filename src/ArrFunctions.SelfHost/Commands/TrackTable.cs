using ArrFunctions.Audio;
using Spectre.Console;

namespace ArrFunctions.SelfHost.Commands;

/// <summary>Audio tracks as a table for people.</summary>
internal static class TrackTable
{
    public static Table Of(IReadOnlyList<AudioTrack> tracks)
    {
        var table = New("Track", "Default", "Language", "Codec", "Channels", "Title", "Flags");
        foreach (var track in tracks)
        {
            table.AddRow([.. Cells(track), new Text(Terminal.Printable(FlagNames(track)))]);
        }

        return table;
    }

    public static Table Of(TrackSelection selection)
    {
        var table = New("Track", "Default", "Language", "Codec", "Channels", "Title", "Rank", "Score");
        foreach (var judgement in selection.Judgements)
        {
            var rank = judgement.Rank is { } place ? new Text($"{place}", place == 1 ? new Style(Color.Green) : Style.Plain) : new Text("-");
            table.AddRow([.. Cells(judgement.Track), rank, new Text(judgement.Score is { } score ? $"{score}" : "-")]);
        }

        return table;
    }

    private static string FlagNames(AudioTrack track) => string.Join(", ", TrackJson.FlagsOf(track).Select(Name));

    /// <summary>"1 Japanese, 2 English (commentary)", the default ones marked with a star.</summary>
    public static string Line(IReadOnlyList<AudioTrack> tracks) => string.Join(
        "   ",
        tracks.Select(track => $"{track.Position + 1}{(track.IsDefault ? "*" : " ")} {track.Language.EnglishName}{(track.Title is null ? "" : $" \"{track.Title}\"")}"));

    private static string Name(AudioTrackFlags flag) => flag switch
    {
        AudioTrackFlags.VisualImpaired => "audio description",
        AudioTrackFlags.HearingImpaired => "hearing impaired",
        AudioTrackFlags.Auxiliary => "serves another track",
        _ => flag.ToString().ToLowerInvariant(),
    };

    private static Text[] Cells(AudioTrack track) =>
    [
        new($"{track.Position + 1}"),
        new(track.IsDefault ? "yes" : "no", track.IsDefault ? new Style(Color.Green) : Style.Plain),
        new($"{track.Language.EnglishName} ({track.Language})"),
        new(Terminal.Printable(track.Codec)),
        new(track.Channels == 0 ? "?" : $"{track.Channels}"),
        new(Terminal.Printable(track.Title ?? "")),
    ];

    private static Table New(params string[] columns)
    {
        var table = new Table { Border = TableBorder.Rounded };
        return table.AddColumns(columns);
    }
}
