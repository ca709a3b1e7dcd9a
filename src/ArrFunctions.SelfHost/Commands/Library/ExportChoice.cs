using ArrFunctions.Library.Exports;
using ArrFunctions.Servarr;

namespace ArrFunctions.SelfHost.Commands.Library;

/// <summary>The exports that a person names: by their ids, or as the latest ones that have figures.</summary>
internal sealed class ExportChoice(ProductState state, IReadOnlyList<Instance> instances)
{
    private static readonly string[] Words = ["latest", "previous"];

    /// <exception cref="SettingException">There is no such export, or it has no figures.</exception>
    public async Task<ExportRun> FindAsync(string word, CancellationToken cancellationToken)
    {
        if (Array.IndexOf(Words, word) is >= 0 and var back)
        {
            var finished = await FinishedAsync(cancellationToken);
            return back < finished.Count ? finished[back] : throw new SettingException($"{instances[0].Name} has {finished.Count} finished {(finished.Count == 1 ? "export" : "exports")}, so there is no {word} one.");
        }

        return await state.Get<ExportRegister>().FindAsync(word, cancellationToken) switch
        {
            { Run: { Snapshot: not null } run } => run,
            null => throw new SettingException($"No export has the id '{word}'. Besides ids there are {string.Join(" and ", Words)}."),
            _ => throw new SettingException($"The export {word} has no figures to compare: it has failed, was cancelled, or has not ended."),
        };
    }

    /// <summary>Newest first, as many as there are words.</summary>
    private async Task<List<ExportRun>> FinishedAsync(CancellationToken cancellationToken)
    {
        if (instances is not [var only])
        {
            throw new SettingException($"There are several instances: name one with --instance ({string.Join(", ", instances.Select(static instance => instance.Name))}), or exports by their ids.");
        }

        return await state.Get<ExportStore>().OfAsync(only.Name, cancellationToken).Where(static run => run.Snapshot is not null).Take(Words.Length).ToListAsync(cancellationToken);
    }
}
