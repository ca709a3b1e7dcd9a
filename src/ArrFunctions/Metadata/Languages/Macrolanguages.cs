using System.Collections.Frozen;

namespace ArrFunctions.Metadata.Languages;

/// <summary>The ISO 639-3 macrolanguages met in media files and the languages each one covers.</summary>
internal static class Macrolanguages
{
    /// <summary>The member that the macrolanguage's code usually stands for comes first (CLDR, languageAlias "macrolanguage").</summary>
    private static readonly FrozenDictionary<string, string[]> Members = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ara"] = "arb aao abh abv acm acq acw acx acy adf aeb aec afb ajp apc apd arq ars ary arz auz avl ayh ayl ayn ayp pga shu ssh",
        ["aze"] = "azj azb",
        ["est"] = "ekk vro",
        ["fas"] = "pes prs",
        ["hbs"] = "hrv srp bos cnr",
        ["kok"] = "knn gom",
        ["kur"] = "kmr ckb sdh",
        ["lav"] = "lvs ltg",
        ["mlg"] = "plt bhr bmm bzc msh skg tdx tkg txy xmv xmw",
        ["mon"] = "khk mvf",
        ["msa"] = "zsm ind bjn btj bve bvu coa dup hji jak jax kvb kvr kxd lce " +
            "lcf liw max meo mfa mfb min mqg msi mui orn ors pel pse tmw urk vkk vkt xmm zlm zmi",
        ["nep"] = "npi dty",
        ["nor"] = "nob nno",
        ["ori"] = "ory spv",
        ["pus"] = "pbu pbt pst",
        ["sqi"] = "als aln aae aat",
        ["swa"] = "swh swc",
        ["uzb"] = "uzn uzs",
        ["yid"] = "ydd yih",
        ["zho"] = "cmn yue nan hak wuu gan hsn cdo cjy cnp cpx csp czh czo lzh mnp",
    }.ToFrozenDictionary(entry => entry.Key, entry => entry.Value.Split(' '), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> MacrolanguageByMember = Members
        .SelectMany(entry => entry.Value.Select(member => KeyValuePair.Create(member, entry.Key)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    public static bool Has(string macrolanguage, string member) =>
        MacrolanguageByMember.TryGetValue(member, out string? owner) && string.Equals(owner, macrolanguage, StringComparison.Ordinal);

    /// <summary>What is spoken where only the macrolanguage is written: Mandarin for zho, but Cantonese for zho-HK and zho-MO.</summary>
    public static string UsualMember(LanguageTag macrolanguage) => macrolanguage switch
    {
        { Language: "zho", Region: "HK" or "MO" } => "yue",
        _ => Members[macrolanguage.Language][0],
    };
}
