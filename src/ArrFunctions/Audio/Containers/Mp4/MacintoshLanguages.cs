namespace ArrFunctions.Audio.Containers.Mp4;

/// <summary>The Macintosh language codes of QuickTime files (QuickTime File Format, "Language Code Values").</summary>
internal static class MacintoshLanguages
{
    private static readonly string[] From0 =
    [
        "eng", "fra", "deu", "ita", "nld", "swe", "spa", "dan", "por", "nor", "heb", "jpn", "ara", "fin", "ell", "isl",
        "mlt", "tur", "hrv", "zh-Hant", "urd", "hin", "tha", "kor", "lit", "pol", "hun", "est", "lav", "sme", "fao", "fas",
        "rus", "zh-Hans", "nl-BE", "gle", "sqi", "ron", "ces", "slk", "slv", "yid", "srp", "mkd", "bul", "ukr", "bel", "uzb",
        "kaz", "aze", "aze", "hye", "kat", "ron", "kir", "tgk", "tuk", "mon", "mon", "pus", "kur", "kas", "snd", "bod",
        "nep", "san", "mar", "ben", "asm", "guj", "pan", "ori", "mal", "kan", "tam", "tel", "sin", "mya", "khm", "lao",
        "vie", "ind", "tgl", "msa", "msa", "amh", "tir", "orm", "som", "swa", "kin", "run", "nya", "mlg", "epo",
    ];

    private static readonly string[] From128 =
    [
        "cym", "eus", "cat", "lat", "que", "grn", "aym", "tat", "uig", "dzo", "jav", "sun", "glg", "afr", "bre", "iku",
        "gla", "glv", "gle", "ton", "grc", "kal", "aze",
    ];

    /// <summary>The language tag for a code; null for a code that names none.</summary>
    public static string? TagOf(int code) =>
        code < From0.Length ? From0[code] : From128.ElementAtOrDefault(code - 128);
}
