using ArrFunctions.Audio;
using ArrFunctions.Demo.Servarr;
using ArrFunctions.Jobs;

namespace ArrFunctions.SelfHost.Commands.Demo;

/// <summary>One file of the demo, and how it is to end.</summary>
/// <param name="Instance">Who told of it.</param>
/// <param name="Told">What was told, in words.</param>
/// <param name="Before">Its audio tracks before anybody was told.</param>
internal sealed record DemoScene(string Instance, LibraryFile File, string Told, IReadOnlyList<AudioTrack> Before, DemoEnding Ending)
{
    public IReadOnlyList<AudioTrack> Now => Tracks(File.LocalPath);

    public static IReadOnlyList<AudioTrack> Tracks(string path) => AudioInspect.Read(path, MediaRoots.Of(path)).Headers?.AudioTracks ?? [];

    /// <summary>Whether the job and the file itself are as they are to be.</summary>
    public bool IsAsMeant(Job job) =>
        (job.Status, job.Result) == (Ending.Status, Ending.Result)
        && job.Path == File.LocalPath
        && Now.Where(track => track.IsDefault).Select(track => track.Position + 1).SequenceEqual([Ending.DefaultTrack]);
}

/// <summary>How a file of the demo is to end.</summary>
/// <param name="DefaultTrack">The only default track, from 1.</param>
internal sealed record DemoEnding(JobStatus Status, JobResult? Result, int DefaultTrack);
