using System.Globalization;
using System.Text;
using ArrFunctions.Library.Analysis;

namespace ArrFunctions.Library.Report;

/// <summary>Numbers, times and kinds as the report words them, whatever the language of the machine.</summary>
internal static class Say
{
    private static readonly string[] Units = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB"];

    public static string Number(double value) => value.ToString("#,0.#", CultureInfo.InvariantCulture);

    /// <summary>With a sign: +120, -40, 0.</summary>
    public static string Signed(double value) => value.ToString("+#,0.#;-#,0.#;0", CultureInfo.InvariantCulture);

    /// <summary>For machines: 1234.5.</summary>
    public static string Plain(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Share(double value) => value.ToString("0.#%", CultureInfo.InvariantCulture);

    public static string Bytes(double bytes)
    {
        int unit = 0;
        for (; Math.Abs(bytes) >= 1000 && unit < Units.Length - 1; unit++)
        {
            bytes /= 1024;
        }

        return $"{bytes.ToString(bytes >= 100 ? "#,0" : "0.#", CultureInfo.InvariantCulture)} {Units[unit]}";
    }

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>Kinds are PascalCase: PriorityReplacements is "Priority replacements".</summary>
    public static string Kind(Enum kind)
    {
        StringBuilder words = new();
        foreach (char letter in kind.ToString())
        {
            _ = char.IsUpper(letter) && words.Length > 0 ? words.Append(' ').Append(char.ToLowerInvariant(letter)) : words.Append(letter);
        }

        return words.Replace("Hdr ", "HDR ").ToString();
    }

    public static string Block(CandidateBlock block) => block switch
    {
        CandidateBlock.UpgradesOff => "the profile allows no upgrades",
        CandidateBlock.Unmonitored => "not monitored",
        CandidateBlock.NoIndexer => "no working indexer",
        _ => Kind(block),
    };
}
