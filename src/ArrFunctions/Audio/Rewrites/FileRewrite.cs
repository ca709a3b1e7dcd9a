using System.Globalization;
using ArrFunctions.Audio.Containers;
using ArrFunctions.Audio.Undo;
using ArrFunctions.Jobs;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Platform;
using Microsoft.Extensions.Logging;
using Microsoft.Win32.SafeHandles;

namespace ArrFunctions.Audio.Rewrites;

/// <summary>Sets the default track of a file that cannot be changed in place: another program writes a new one beside it, which takes its name.</summary>
/// <remarks>
/// The caller holds the file's lease. Order: record, write, compare, make durable, look once more, take the name, close the record. The old
/// file is only read. Killed at any instant, the name leads to the old file or to the new one, and <see cref="RewriteRecovery"/> removes the other.
/// </remarks>
internal sealed partial class FileRewrite(
    Live<AudioOptions> options, RewriteStore store, RewriteTools tools, TimeProvider clock, ILogger<FileRewrite> logger)
{
    /// <summary>Left free on the device besides the new file.</summary>
    private const long SpareSpace = 64L * 1024 * 1024;

    /// <summary>The length of a small file may change by more than a tenth.</summary>
    private const long LeastChange = 1024 * 1024;

    /// <exception cref="StoreException">The record could not be kept; the file was not touched, or the next start cleans up.</exception>
    public async Task<RewriteResult> MakeAsync(
        MediaFile file, MediaHeaders headers, TrackSelection selection, AudioFixRequest request, CancellationToken cancellationToken)
    {
        var links = HardlinkDecision.For(file, options.Value);
        switch (links.Action)
        {
            case HardlinkAction.Skip:
                return new RewriteResult.Forbidden(links.Explanation);
            case HardlinkAction.Wait or HardlinkAction.ReplaceByClone: // A new file shares no blocks.
                return new RewriteResult.Postponed(WaitReason.Hardlinked, links.Explanation);
        }

        using var second = SecondFile.Beside(file, UndoId.New(file.Status.Size, clock.GetUtcNow()), request.Roots);
        var free = new DriveInfo(second.Folder).AvailableFreeSpace;
        if (free < file.Status.Size + SpareSpace)
        {
            return new RewriteResult.Postponed(
                WaitReason.NoSpace,
                string.Create(CultureInfo.InvariantCulture, $"a new file needs {file.Status.Size + SpareSpace} bytes beside the old one, and {free} are free"));
        }

        var record = RecordOf(file, second, request);
        await store.BeginAsync(record, cancellationToken);
        FaultPoint.Here("recorded");
        try
        {
            return await MakeAsync(new(file, headers, selection.Chosen!, links.Links, request), second, record, cancellationToken);
        }
        catch (IOException full) when (!second.HasTakenName && LinuxFileException.IsNoSpace(full.HResult))
        {
            await DiscardAsync(second, record);
            return new RewriteResult.Postponed(WaitReason.NoSpace, LinuxFileException.SentenceOf(full));
        }
        catch when (!second.HasTakenName)
        {
            await DiscardAsync(second, record);
            throw;
        }
    }

    private async Task<RewriteResult> MakeAsync(Work work, SecondFile second, RewriteRecord record, CancellationToken cancellationToken)
    {
        IReadOnlyList<AudioTrack> tracks;
        using (var target = second.Create())
        {
            CheckMetadata(work.File, target);
            var (tool, found, refusals) = await WriteAsync(work, second, target, cancellationToken);
            if (tool is null)
            {
                await DiscardAsync(second, record);
                return new RewriteResult.Impossible(refusals);
            }

            tracks = found;
            FileMetadata.Copy(work.File.Handle, target);
            FaultPoint.Here("described");
            if (options.Value.KeepModifiedTime)
            {
                LinuxFile.SetModifiedTime(target, work.File.Status.Modified);
            }

            RandomAccess.FlushToDisk(target);
            FaultPoint.Here("durable");
            var status = LinuxFile.Status(target);
            record = record with
            {
                Status = RewriteStatus.Ready, Tool = tool.Value, NewInode = status.Inode, NewSize = status.Size, NewModified = status.Modified,
            };
        }

        if (Disturbance(work, second) is { } disturbance)
        {
            return await PostponeAsync(disturbance, second, record);
        }

        if (record.KeptPath is not null)
        {
            second.KeepOriginal();
        }

        await store.PrepareAsync(record, CancellationToken.None);
        FaultPoint.Here("ready");
        if (second.Disturbance() is { } late)
        {
            return await PostponeAsync(late, second, record);
        }

        second.TakeName();
        await store.FinishAsync(record, CancellationToken.None);
        FaultPoint.Here("finished");
        Log.Made(logger, record.Path, record.Tool, record.Size, record.NewSize);
        return new RewriteResult.Made(record, tracks);
    }

    /// <summary>That its owner cannot be kept is better known before the work of hours than behind it.</summary>
    private static void CheckMetadata(MediaFile file, SafeFileHandle target)
    {
        FileMetadata.Copy(file.Handle, target);
        File.SetUnixFileMode(target, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private static string? Disturbance(Work work, SecondFile second) => second.Disturbance()
        ?? (LinuxFile.Status(work.File.Handle).Links == work.Links ? null : "it got or lost a name (hard link) while it was worked on");

    private async Task<RewriteResult> PostponeAsync(string disturbance, SecondFile second, RewriteRecord record)
    {
        await DiscardAsync(second, record);
        return new RewriteResult.Postponed(WaitReason.InUse, disturbance);
    }

    /// <summary>The first program whose result is right.</summary>
    private async Task<(RewriteTool? Tool, IReadOnlyList<AudioTrack> Tracks, string Refusals)> WriteAsync(
        Work work, SecondFile second, SafeFileHandle target, CancellationToken cancellationToken)
    {
        var (before, refusal) = await tools.ProbeAsync(work.File.Handle, cancellationToken);
        if (before is null)
        {
            return (null, [], $"{refusal}, and without ffprobe nobody could say whether a new file is as good as the old one");
        }

        var refusals = new List<string>();
        foreach (var tool in options.Value.Rewrites.Tools.Where(tool => CanWrite(tool, work.Headers)))
        {
            if ((Foreseen(tool, work.Headers) ?? await TryAsync(tool, work, before, second, target, cancellationToken)) is { } reason)
            {
                refusals.Add(reason);
                Log.Refused(logger, work.File.Path, tool, reason);
                continue;
            }

            FaultPoint.Here("verified");
            return (tool, work.Tracks, "");
        }

        return (null, [], refusals is [] ? "no program of Audio:Fallback:Tools can write this format" : string.Join("; ", refusals));
    }

    /// <returns>Why the target is not as it should be; null when it is.</returns>
    private async Task<string?> TryAsync(
        RewriteTool tool, Work work, MediaFacts before, SecondFile second, SafeFileHandle target, CancellationToken cancellationToken)
    {
        RandomAccess.SetLength(target, 0);
        var progress = new ToolProgress(before.Duration, fraction => work.Request.Progress?.Report(fraction));
        if (tool is RewriteTool.Mkvpropedit)
        {
            Copy(work.File, target, second.Folder, cancellationToken);
        }

        FaultPoint.Here("tool begins");
        var refusal = await tools.RunAsync(tool, work.File.Handle, target, work.Headers, work.Chosen, progress, cancellationToken);
        FaultPoint.Here("tool ended");
        return refusal
            ?? Judge(tool, work, target)
            ?? (await tools.ProbeAsync(target, cancellationToken) is var (after, unreadable) && after is not null
                ? MediaFactsComparison.Difference(before, after)
                : unreadable) switch
                {
                    { } difference => $"{Name(tool)}: {difference}",
                    null => null,
                };
    }

    /// <summary>By our own readers: whole, with the wanted default track, and with everything where it should be.</summary>
    private string? Judge(RewriteTool tool, Work work, SafeFileHandle target)
    {
        var size = RandomAccess.GetLength(target);
        try
        {
            var headers = MediaHeadersReader.Read(new HeaderReader(target, size));
            work.Tracks = headers.AudioTracks;
            return !work.IsAsWanted(headers.AudioTracks) ? $"{Name(tool)}: the new file does not show the wanted default track"
                : headers.IsBehindMedia && !work.Headers.IsBehindMedia && options.Value.Rewrites.MovedHeader is MovedHeaderPolicy.Refuse
                    ? HeaderMoves(tool)
                : tool is RewriteTool.Mkvpropedit && size - work.File.Status.Size > options.Value.Rewrites.MaxGrowth
                    ? $"{Name(tool)} would make the file {size - work.File.Status.Size} bytes longer (Audio:Fallback:MaxGrowth)"
                : headers.Languages.Count == work.Headers.Languages.Count && !headers.Languages.SequenceEqual(work.Headers.Languages)
                    ? $"{Name(tool)}: a track has another language in the new file"
                : !headers.Names.SequenceEqual(work.Headers.Names, StringComparer.Ordinal) ? $"{Name(tool)}: the new file has lost the name of a track"
                : headers.PlanDefault(work.Chosen.Position, options.Value.AlternateGroup) is EditPlan.Refused refused ? $"{Name(tool)}: in the new file as well, {refused.Reason}"
                : size > (work.File.Status.Size * 1.1) + LeastChange ? $"{Name(tool)}: the new file is much larger, {size} bytes instead of {work.File.Status.Size}"
                : size < (work.File.Status.Size * 0.9) - LeastChange ? $"{Name(tool)}: the new file is much smaller, {size} bytes instead of {work.File.Status.Size}"
                : null;
        }
        catch (UnreadableMediaException unreadable)
        {
            return $"{Name(tool)}: the new file is not whole: {unreadable.Message}";
        }
    }

    /// <summary>By shared blocks where the file system can.</summary>
    /// <exception cref="IOException">There is no space for it.</exception>
    private static void Copy(MediaFile file, SafeFileHandle target, string folder, CancellationToken cancellationToken)
    {
        if (!LinuxFile.TryClone(file.Handle, target) && FileCopies.Copy(file.Handle, target, folder, cancellationToken) is { } obstacle)
        {
            throw new IOException(obstacle.Explanation, LinuxFileException.NoSpaceLeft);
        }
    }

    private static bool CanWrite(RewriteTool tool, MediaHeaders headers) => tool is RewriteTool.Ffmpeg || headers.Format is "Matroska" or "WebM";

    /// <summary>That mkvpropedit would move the track list can be known before a copy is made for it.</summary>
    private string? Foreseen(RewriteTool tool, MediaHeaders headers) =>
        tool is RewriteTool.Mkvpropedit && options.Value.Rewrites.MovedHeader is MovedHeaderPolicy.Refuse && !headers.CanMoveInFront && !headers.IsBehindMedia
            ? HeaderMoves(tool)
            : null;

    private static string HeaderMoves(RewriteTool tool) =>
        $"{Name(tool)} would put the track list behind the media, where some players do not look (Audio:Fallback:MovedHeader)";

    private async Task DiscardAsync(SecondFile second, RewriteRecord record)
    {
        second.Discard();
        if (record.KeptPath is { } kept)
        {
            SecondFile.RemoveLeftover(kept);
        }

        await store.ForgetAsync(record, CancellationToken.None);
    }

    private RewriteRecord RecordOf(MediaFile file, SecondFile second, AudioFixRequest request)
    {
        var now = clock.GetUtcNow();
        var isKept = options.Value.Rewrites.KeepOriginal > TimeSpan.Zero;
        return new()
        {
            Id = second.Id,
            Path = file.RealPath,
            Device = file.Status.Device,
            Inode = file.Status.Inode,
            Size = file.Status.Size,
            NewPath = second.Path,
            KeptPath = isKept ? SecondFile.KeptPath(second.Path) : null,
            KeptUntil = isKept ? now + options.Value.Rewrites.KeepOriginal : null,
            JobId = request.JobId,
            Created = now,
        };
    }

    private static string Name(RewriteTool tool) => tool.ToString().ToLowerInvariant();

    /// <summary>One rewrite: the old file, and what is wanted of the new one.</summary>
    private sealed record Work(MediaFile File, MediaHeaders Headers, AudioTrack Chosen, uint Links, AudioFixRequest Request)
    {
        /// <summary>Audio tracks of the new file.</summary>
        public IReadOnlyList<AudioTrack> Tracks { get; set; } = [];

        public bool IsAsWanted(IReadOnlyList<AudioTrack> tracks) => tracks.Count == Headers.AudioTracks.Count
            && TrackSelector.Select(tracks, Request.Rules) is { IsAlreadyCorrect: true, Chosen: { } chosen } && chosen.Position == Chosen.Position;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Path} was written anew by {Tool}: {Before} bytes before, {After} now.")]
        public static partial void Made(ILogger logger, string path, RewriteTool tool, long before, long after);

        [LoggerMessage(LogLevel.Debug, "{Path}: {Tool} cannot do it: {Reason}.")]
        public static partial void Refused(ILogger logger, string path, RewriteTool tool, string reason);
    }
}
