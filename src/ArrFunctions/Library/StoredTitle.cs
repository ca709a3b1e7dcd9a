namespace ArrFunctions.Library;

/// <summary>A movie or series with what is known of how fresh its files are.</summary>
internal sealed record StoredTitle
{
    public required LibraryTitle Title { get; init; }

    /// <summary>What its application told of its files when it listed it last; empty: it has none. Another one means that they changed.</summary>
    public required string Print { get; init; }

    /// <summary>The <see cref="Print"/> that its files were fetched for.</summary>
    public string FetchedPrint { get; init; } = "";

    /// <summary>When its files were asked for last, or it was found to have none; null: what it has is no news.</summary>
    public DateTimeOffset? Fetched { get; init; }

    /// <summary>Something happened to its files that its <see cref="Print"/> may not tell.</summary>
    public bool IsStale { get; init; }

    /// <summary><see cref="ProfilePrint"/> of the profile that the scores of its files are by.</summary>
    public string? ScoredBy { get; init; }

    /// <summary>One that was not known. It had no file until now, but for what is found at first.</summary>
    /// <param name="first">When the first export ended; null: it has not.</param>
    public static StoredTitle New(LibraryTitle title, string print, DateTimeOffset? first, DateTimeOffset now) =>
        new() { Title = title, Print = print, Fetched = first is not null || print.Length == 0 ? now : null };

    /// <summary>Whether its files are to be fetched.</summary>
    /// <param name="fullFrom">What was fetched before does not count.</param>
    public bool IsDue(DateTimeOffset fullFrom) => Print != FetchedPrint || IsStale || (Print.Length > 0 && !(Fetched >= fullFrom));

    /// <summary>Whether the scores of its files follow from what is stored, and are not those that are stored.</summary>
    public bool IsToBeRescored(string? profilePrint) => Print.Length > 0 && profilePrint is not null && ScoredBy != profilePrint;
}
