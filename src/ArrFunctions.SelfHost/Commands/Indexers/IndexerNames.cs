using System.Globalization;
using ArrFunctions.Indexers;
using ArrFunctions.Indexers.Views;
using ArrFunctions.Indexers.Watch;
using ArrFunctions.Servarr;

namespace ArrFunctions.SelfHost.Commands.Indexers;

/// <summary>Finds the indexers that a person names: by name over all instances, or as <c>INSTANCE/NAME</c> or <c>INSTANCE/ID</c>.</summary>
internal sealed class IndexerNames
{
    public const string Description = "An indexer: its name, or INSTANCE/NAME, or INSTANCE/ID, as indexers list shows it.";

    private readonly IReadOnlyList<NamedIndexer> known;
    private readonly IReadOnlyDictionary<string, ServarrException> failures;

    private IndexerNames(Look look, IEnumerable<IndexerRecord> records)
    {
        failures = look.Failures;

        // Of an instance that does not answer, those are known that were seen before.
        known =
        [
            .. look.Indexers.Select(indexer => new NamedIndexer(indexer.Key, indexer.Judged, indexer.Name)),
            .. records.Where(record => look.Failures.ContainsKey(record.Key.Instance)).Select(record => new NamedIndexer(record.Key, record.Key, record.Name)),
        ];
    }

    public static async Task<IndexerNames> ReadAsync(ProductState state, CancellationToken cancellationToken) =>
        new(await state.Get<IndexerWatch>().LookAsync(cancellationToken), (await state.Get<IndexerRecords>().AllAsync(cancellationToken)).Values);

    /// <summary>The name at the place where it is judged.</summary>
    public string NameOf(IndexerKey key) => known.FirstOrDefault(indexer => indexer.Key == key)?.Name ?? key.ToString();

    /// <exception cref="SettingException">At least one is unknown, or could be several.</exception>
    /// <exception cref="ServarrException">At least one is unknown, and may belong to an instance that did not answer.</exception>
    public IReadOnlyList<NamedIndexer> Find(IEnumerable<string> words)
    {
        var found = words.Select(word => (Word: word, Matches: Matches(word))).ToList();
        var errors = found.Where(one => one.Matches.Count != 1).Select(one => Complaint(one.Word, one.Matches)).ToList();
        return errors is [] ? [.. found.SelectMany(one => one.Matches).DistinctBy(one => one.Judged)]
            : failures.Count == 0 || found.Any(one => one.Matches.Count > 1) ? throw new SettingException(errors)
            : throw new ServarrException(
                string.Join('\n', errors.Concat(failures.Values.Select(failure => failure.Message))), failures.Values.First().Fault);
    }

    /// <summary>Copies of one indexer are one match, and so is the indexer itself with them.</summary>
    private List<NamedIndexer> Matches(string word) =>
        [.. known.Where(indexer => IsNamed(indexer, word)).OrderBy(indexer => indexer.Key != indexer.Judged).DistinctBy(indexer => indexer.Judged)];

    private static bool IsNamed(NamedIndexer indexer, string word)
    {
        var here = $"{indexer.Key.Instance}/";
        return Is(indexer.Name, word) || (word.StartsWith(here, StringComparison.OrdinalIgnoreCase)
            && (Is(indexer.Name, word[here.Length..]) || indexer.Key.Id.ToString(CultureInfo.InvariantCulture) == word[here.Length..]));
    }

    private static bool Is(string name, string word) => name.Equals(word, StringComparison.OrdinalIgnoreCase);

    private static string Complaint(string word, List<NamedIndexer> matches) => matches is []
        ? $"There is no indexer {Quoted.Of(word)}; indexers list shows those that there are."
        : $"{Quoted.Of(word)} can be {string.Join(" or ", matches.Select(match => $"{match.Key} ({match.Name})"))}; name it as INSTANCE/ID.";
}
