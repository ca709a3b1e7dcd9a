namespace ArrFunctions.Demo.Servarr;

/// <summary>A language as Sonarr and Radarr number and name it.</summary>
/// <param name="Code">ISO 639-2/B, as their media info tells the languages of the audio tracks.</param>
public sealed record ServarrLanguage(int Id, string Name, string Code)
{
    public static readonly ServarrLanguage English = new(1, "English", "eng");
    public static readonly ServarrLanguage French = new(2, "French", "fre");
    public static readonly ServarrLanguage Spanish = new(3, "Spanish", "spa");
    public static readonly ServarrLanguage German = new(4, "German", "ger");
    public static readonly ServarrLanguage Danish = new(6, "Danish", "dan");
    public static readonly ServarrLanguage Japanese = new(8, "Japanese", "jpn");
    public static readonly ServarrLanguage Icelandic = new(9, "Icelandic", "ice");

    /// <summary>Those that can be chosen, with the ones that are none.</summary>
    public static IReadOnlyList<ServarrLanguage> All { get; } =
    [
        new(-1, "Any", ""), new(-2, "Original", ""), new(0, "Unknown", ""), English, French, Spanish, German, Danish, Japanese, Icelandic,
    ];
}
