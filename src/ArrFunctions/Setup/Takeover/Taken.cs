using ArrFunctions.Servarr;

namespace ArrFunctions.Setup.Takeover;

/// <summary>Something of another program's configuration that is settings here, all of them or none.</summary>
/// <param name="From">Of which keys of theirs.</param>
internal abstract record Taken(string From)
{
    /// <summary>Without the texts, which may be secrets.</summary>
    public sealed override string ToString() => From;

    /// <param name="ApiKey">Secret.</param>
    public sealed record Server(ServarrService Service, string Url, string ApiKey, string From) : Taken(From);

    /// <param name="Remote">The folder as the instances name it.</param>
    public sealed record Mapping(string Remote, string Local, string From) : Taken(From);

    /// <param name="Patterns">Of paths, of which one fits.</param>
    /// <param name="Languages">None: the files are left alone.</param>
    public sealed record Rule(IReadOnlyList<string> Patterns, IReadOnlyList<string> Languages, string From) : Taken(From);

    /// <param name="Key">Of the setting.</param>
    /// <param name="Texts">One, or those of a list.</param>
    public sealed record Value(string Key, IReadOnlyList<string> Texts, string From) : Taken(From);
}
