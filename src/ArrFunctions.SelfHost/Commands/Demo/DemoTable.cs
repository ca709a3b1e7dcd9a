using System.Text.Json;
using ArrFunctions.Audio;
using ArrFunctions.Jobs;
using Spectre.Console;

namespace ArrFunctions.SelfHost.Commands.Demo;

/// <summary>The files of the demo as a table for people.</summary>
internal static class DemoTable
{
    public static Table Of(IReadOnlyList<DemoScene> scenes, IReadOnlyDictionary<DemoScene, Job> jobs)
    {
        var table = new Table { Border = TableBorder.Rounded, ShowRowSeparators = true }
            .AddColumns("File", "The *arr said")
            .AddColumn("Before", column => column.NoWrap())
            .AddColumn("After", column => column.NoWrap())
            .AddColumn("What happened");
        foreach (var scene in scenes)
        {
            table.AddRow(
                new Text(Path.GetFileName(scene.File.LocalPath)), new Text(scene.Told), Cell(scene.Before), Cell(scene.Now), Happened(jobs[scene]));
        }

        return table;
    }

    private static Text Cell(IReadOnlyList<AudioTrack> tracks) => new(string.Join('\n', tracks.Select(track =>
        $"{(track.IsDefault ? "*" : " ")} {track.Language.EnglishName}{(track.Flags.HasFlag(AudioTrackFlags.Commentary) ? "\n  commentary" : "")}")));

    private static Paragraph Happened(Job job)
    {
        var (word, colour) = job switch
        {
            { Result: JobResult.Changed } => ("changed", Color.Green),
            { Result: JobResult.AlreadyCorrect } => ("right already", Color.Green),
            { Status: JobStatus.Waiting } => ("waiting", Color.Yellow),
            { Status: JobStatus.Skipped } => ("skipped", Color.Grey),
            _ => ($"{job.Status}".ToLowerInvariant(), Color.Red),
        };
        return new Paragraph(word, new Style(colour)).Append($": {Why(job)}");
    }

    /// <summary>Where a track was chosen, why it was; the table itself tells which.</summary>
    private static string? Why(Job job) => job.Status is JobStatus.Succeeded
        ? job.Detail?.Deserialize(AudioJobJson.Default.AudioJobDetail)?.Before?.FirstOrDefault(track => track.Rank == 1)?.Why
        : job.Reason;
}
