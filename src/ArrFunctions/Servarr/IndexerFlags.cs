namespace ArrFunctions.Servarr;

/// <summary>What an application uses an indexer for. Prowlarr has one switch for all three.</summary>
internal readonly record struct IndexerFlags(bool Rss, bool AutomaticSearch, bool InteractiveSearch)
{
    public static readonly IndexerFlags Off;

    public static readonly IndexerFlags On = new(Rss: true, AutomaticSearch: true, InteractiveSearch: true);

    /// <summary>Whether it is used at all.</summary>
    public bool AreAnyOn => Rss || AutomaticSearch || InteractiveSearch;

    public override string ToString() => this switch
    {
        (true, true, true) => "on",
        (false, false, false) => "off",
        _ => string.Join(", ", ((IEnumerable<(bool IsOn, string Name)>)[(Rss, "RSS"), (AutomaticSearch, "automatic search"), (InteractiveSearch, "interactive search")])
            .Where(flag => flag.IsOn).Select(flag => flag.Name)),
    };
}
