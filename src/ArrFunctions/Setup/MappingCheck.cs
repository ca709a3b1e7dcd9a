using ArrFunctions.Audio;
using ArrFunctions.Audio.Containers;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Servarr;

namespace ArrFunctions.Setup;

/// <summary>Looks whether the files of an instance are found here, are the same and may be changed; proposes a path mapping where they are not found.</summary>
internal sealed class MappingCheck(ServarrClients servarr, Live<ServarrOptions> options, Live<AudioOptions> audio, LocalLook look, KnownFile knownFile, FolderSearch search)
{
    /// <summary>One that cannot be asked says so in its report.</summary>
    /// <param name="instanceName">Null for all.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>One for each instance that is asked about; none when there is no such instance.</returns>
    public async Task<IReadOnlyList<MappingReport>> RunAsync(string? instanceName, CancellationToken cancellationToken) => await Task.WhenAll(servarr.All
        .Where(client => instanceName is null || client == servarr.Of(instanceName))
        .Select(client => CheckAsync(client, cancellationToken)));

    /// <summary>The same look under mappings and media folders that are not configured.</summary>
    /// <param name="instance">Whose mappings they are; those that hold for it now do not count.</param>
    /// <param name="mappings">Null: the configured ones.</param>
    /// <param name="roots">Null: the configured ones.</param>
    public MappingCheck With(string? instance, IReadOnlyList<MappingPair>? mappings, IReadOnlyList<string>? roots)
    {
        var (servarrNow, audioNow) = (options.Value, audio.Value);
        var candidate = mappings is null ? servarrNow : servarrNow with { PathMappings = [.. mappings.Select(mapping => new PathMapping(mapping.From!, mapping.To!, instance))] };
        var folders = roots is null ? audioNow : audioNow with { Roots = roots };
        return new(servarr, candidate, folders, new LocalLook(candidate, folders), knownFile, search);
    }

    private async Task<MappingReport> CheckAsync(ServarrClient client, CancellationToken cancellationToken)
    {
        var instance = client.Instance;
        try
        {
            return instance.Service is ServarrService.Prowlarr
                ? Report(instance, Note(MappingCode.NothingToCheck, $"{instance.Service} has no files"))
                : await LookAsync(client, cancellationToken);
        }
        catch (ServarrException failure)
        {
            return Report(instance, Note(MappingCode.NotAsked, failure.Message.TrimEnd('.')));
        }
    }

    private async Task<MappingReport> LookAsync(ServarrClient client, CancellationToken cancellationToken)
    {
        var instance = client.Instance;
        await client.SystemStatusAsync(cancellationToken);
        var folders = (await client.RootFoldersAsync(cancellationToken)).Select(folder => folder.Path).OfType<string>()
            .Select(path => look.Folder(instance.Name, path is "/" ? path : path.TrimEnd('/', '\\'))).ToList();
        if (folders is [])
        {
            return Report(instance, Note(MappingCode.NothingToCheck, $"{instance.Name} has no root folder yet; add one under Settings > Media Management"));
        }

        var file = await knownFile.FindAsync(client, cancellationToken) is { Path: { } path, Size: var size }
            ? look.File(instance.Name, path, size)
            : Note(MappingCode.NothingToCheck, $"{instance.Name} has imported nothing within a year, so that no file was looked at");
        List<string> lost = [.. folders.Where(folder => IsLost(folder) || (IsLost(file) && Holds(folder, file))).Select(folder => folder.TheirPath!)];
        var report = Report(instance, [.. folders, file]) with { Sample = Sample(folders, file, cancellationToken) };
        if (lost is [])
        {
            return report;
        }

        var proposed = await ProposeAsync(client, lost, cancellationToken);
        var onlyFor = options.Value.Instances.Count(each => each.Service is not ServarrService.Prowlarr) > 1 ? instance.Name : null;
        return report with
        {
            Proposals = [.. proposed.SelectMany((mapping, added) => MappingProposal.Lines(options.Value.PathMappings, added, mapping.From!, mapping.To!, onlyFor))],
            ProposedMappings = proposed,
        };
    }

    /// <summary>The imported file, or else any that lies where the instance keeps its files.</summary>
    private string? Sample(List<MappingFinding> folders, MappingFinding file, CancellationToken cancellationToken) =>
        audio.Value.Roots is [] ? null
        : file is { Code: MappingCode.Right, Path: { } imported } ? imported
        : search.FirstFile([.. folders.Where(static folder => folder.Code is MappingCode.Right).Select(static folder => folder.Path!)], MediaHeadersReader.Extensions, cancellationToken);

    private async Task<List<MappingPair>> ProposeAsync(ServarrClient client, List<string> lost, CancellationToken cancellationToken)
    {
        var titles = client.Instance.Service is ServarrService.Sonarr
            ? await client.SeriesListAsync(cancellationToken).Select(series => series.Path).OfType<string>().ToListAsync(cancellationToken)
            : await client.MoviesAsync(cancellationToken).Select(movie => movie.Path).OfType<string>().ToListAsync(cancellationToken);
        var names = titles.Select(title => RemotePath.Parse(title)?.Components is [.., var name] ? name : null).OfType<string>()
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var found = search.Find(audio.Value.Roots, names, cancellationToken);
        return [.. lost.Select(from => new MappingPair(from, MappingProposal.FolderFor(from, titles, found))).Where(static mapping => mapping.To is not null)];
    }

    private static bool IsLost(MappingFinding finding) => finding.Code is MappingCode.Missing or MappingCode.NotMapped;

    private static bool Holds(MappingFinding folder, MappingFinding file) =>
        RemotePath.Parse(folder.TheirPath!) is { } root && RemotePath.Parse(file.TheirPath!) is { } path && path.IsWithin(root);

    private static MappingFinding Note(string code, string sentence) => new(code, TheirPath: null, Path: null, sentence);

    private static MappingReport Report(Instance instance, params IReadOnlyList<MappingFinding> findings) => new(
        instance.Name, instance.Service.ToString().ToLowerInvariant(), findings.All(finding => MappingCode.IsRight(finding.Code)), findings, []);
}
