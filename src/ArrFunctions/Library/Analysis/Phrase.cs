using System.Globalization;

namespace ArrFunctions.Library.Analysis;

/// <summary>Numbers in sentences.</summary>
internal static class Phrase
{
    /// <summary>"12,345", "-0.5".</summary>
    public static string Number(double number) => number.ToString("#,0.#", CultureInfo.InvariantCulture);

    /// <summary>"1 file", "12,345 files".</summary>
    public static string Count(long count, string what) => $"{Number(count)} {what}{(count == 1 ? "" : "s")}";

    /// <summary>"1 file was", "2 files were".</summary>
    public static string Were(long count, string what) => $"{Count(count, what)} {(count == 1 ? "was" : "were")}";

    /// <summary>"42 %". What is neither none nor all is never rounded to one of them.</summary>
    public static string Share(double share) => share switch
    {
        > 0 and < 0.005 => "less than 1 %",
        < 1 and > 0.995 => "more than 99 %",
        _ => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0} %"),
    };
}
