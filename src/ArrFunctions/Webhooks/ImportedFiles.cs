using System.Globalization;
using System.Text.Json;
using ArrFunctions.Audio;
using ArrFunctions.Jobs;
using ArrFunctions.Metadata;
using ArrFunctions.Servarr;

namespace ArrFunctions.Webhooks;

/// <summary>One job for each file of an import.</summary>
internal static class ImportedFiles
{
    public static WebhookEvent.Import Read(
        WebhookPayload payload, IReadOnlyList<FilePayload> files, string instance, IReadOnlyList<PathMapping> mappings, IReadOnlyList<string> roots)
    {
        var id = IdOf(payload, files, instance);
        var subject = PayloadSubject.Of(payload);
        var jobs = files
            .Select(file => Job(file, PathMappings.Map(mappings, instance, file.Path), subject, instance, roots) with
            {
                WebhookId = id,
                Title = PayloadTitle.Of(payload, file.Path, isOnlyFile: files.Count == 1),
            })
            .DistinctBy(job => job.Id, StringComparer.Ordinal)
            .ToList();
        var replaced = payload.IsUpgrade ? payload.DeletedFiles.Select(file => file.FileId).OfType<int>().Distinct() : [];
        return new(id, jobs, [.. replaced.Except(jobs.Select(job => job.FileId).OfType<int>())], subject.Id);
    }

    /// <summary>The job on one imported file; the same file at the same place is the same job, whoever told of it.</summary>
    public static NewJob Job(FilePayload file, PathOutcome outcome, MediaSubject subject, string instance, IReadOnlyList<string> roots)
    {
        var path = outcome is PathOutcome.Mapped mapped ? mapped.Path : file.Path ?? "";
        var size = file.FileId is not null && file.Size is > 0 ? file.Size : null;
        return new()
        {
            Id = JobId.Of(JobKind.Audio, instance, file.FileId ?? 0, path, size ?? 0),
            Kind = JobKind.Audio,
            Source = JobSource.Webhook,
            Lane = Lane.Webhook,
            Path = path,
            RemotePath = path == file.Path ? null : file.Path,
            Instance = instance,
            FileId = file.FileId,
            Size = size,
            Input = JsonSerializer.SerializeToElement(new AudioJobInput(OriginalLanguage: null, Subject: subject), AudioJobJson.Default.AudioJobInput),
            Refusal = outcome is PathOutcome.Refused refused ? Skip(refused.Code, refused.Sentence) : RefusalBy(roots, path),
        };
    }

    /// <summary>By the words of the paths alone: the worker looks at the file itself.</summary>
    private static JobOutcome.Skipped? RefusalBy(IReadOnlyList<string> roots, string path) =>
        roots.Count == 0 ? Skip("noRoots", "no media folder is configured; set Audio__Roots to the folders that may be touched")
        : roots.Any(root => Normal(path).IsWithin(Normal(root))) ? null
        : Skip("outsideRoots", $"{Quoted.Of(path)} lies outside the folders of Audio__Roots: add its folder there, or map it with Servarr__PathMappings");

    private static RemotePath Normal(string path) => RemotePath.Parse(Path.GetFullPath(path))!;

    private static JobOutcome.Skipped Skip(string code, string sentence) => new(code) { Reason = sentence };

    private static string IdOf(WebhookPayload payload, IReadOnlyList<FilePayload> files, string instance) => JobId.Hash(
        [instance, "download", payload.DownloadId ?? "", .. files.Select(KeyOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);

    private static string KeyOf(FilePayload file) => file.FileId is { } id
        ? string.Create(CultureInfo.InvariantCulture, $"{id}:{file.Size ?? 0}")
        : $":{file.Path}";
}
