using System.Collections.Frozen;

namespace ArrFunctions.Metadata.Languages;

/// <summary>The codes and English names that map to one ISO 639-3 code each; a code outside the table stands for itself.</summary>
internal static class Iso639
{
    /// <summary>ISO 639-1, ISO 639-2/T or 639-3, ISO 639-2/B where it differs, then names: the first is displayed, all are read.</summary>
    private const string Languages = """
        aa aar -   Afar
        ab abk -   Abkhazian; Abkhaz
        ae ave -   Avestan
        af afr -   Afrikaans
        ak aka -   Akan
        am amh -   Amharic
        an arg -   Aragonese
        ar ara -   Arabic
        as asm -   Assamese
        av ava -   Avaric; Avar
        ay aym -   Aymara
        az aze -   Azerbaijani
        ba bak -   Bashkir
        be bel -   Belarusian; Belarussian
        bg bul -   Bulgarian
        bh bih -   Bihari; Bihari languages
        bi bis -   Bislama
        bm bam -   Bambara
        bn ben -   Bengali
        bo bod tib Tibetan
        br bre -   Breton
        bs bos -   Bosnian
        ca cat -   Catalan; Valencian
        ce che -   Chechen
        ch cha -   Chamorro
        co cos -   Corsican
        cr cre -   Cree
        cs ces cze Czech
        cu chu -   Church Slavic; Church Slavonic
        cv chv -   Chuvash
        cy cym wel Welsh
        da dan -   Danish
        de deu ger German
        dv div -   Dhivehi; Maldivian
        dz dzo -   Dzongkha
        ee ewe -   Ewe
        el ell gre Greek; Modern Greek
        en eng -   English
        eo epo -   Esperanto
        es spa -   Spanish
        et est -   Estonian
        eu eus baq Basque
        fa fas per Persian; Farsi
        ff ful -   Fulah; Fula
        fi fin -   Finnish
        fj fij -   Fijian
        fo fao -   Faroese
        fr fra fre French
        fy fry -   Western Frisian; Frisian
        ga gle -   Irish; Irish Gaelic
        gd gla -   Scottish Gaelic
        gl glg -   Galician
        gn grn -   Guarani
        gu guj -   Gujarati
        gv glv -   Manx
        ha hau -   Hausa
        he heb -   Hebrew
        hi hin -   Hindi
        ho hmo -   Hiri Motu
        hr hrv -   Croatian
        ht hat -   Haitian Creole; Haitian
        hu hun -   Hungarian
        hy hye arm Armenian
        hz her -   Herero
        ia ina -   Interlingua
        id ind -   Indonesian
        ie ile -   Interlingue
        ig ibo -   Igbo
        ii iii -   Sichuan Yi; Nuosu
        ik ipk -   Inupiaq
        io ido -   Ido
        is isl ice Icelandic
        it ita -   Italian
        iu iku -   Inuktitut
        ja jpn -   Japanese
        jv jav -   Javanese
        ka kat geo Georgian
        kg kon -   Kongo
        ki kik -   Kikuyu; Gikuyu
        kj kua -   Kuanyama; Kwanyama
        kk kaz -   Kazakh
        kl kal -   Greenlandic; Kalaallisut
        km khm -   Khmer; Cambodian
        kn kan -   Kannada
        ko kor -   Korean
        kr kau -   Kanuri
        ks kas -   Kashmiri
        ku kur -   Kurdish
        kv kom -   Komi
        kw cor -   Cornish
        ky kir -   Kyrgyz; Kirghiz
        la lat -   Latin
        lb ltz -   Luxembourgish; Letzeburgesch
        lg lug -   Ganda; Luganda
        li lim -   Limburgish; Limburgan
        ln lin -   Lingala
        lo lao -   Lao
        lt lit -   Lithuanian
        lu lub -   Luba-Katanga
        lv lav -   Latvian
        mg mlg -   Malagasy
        mh mah -   Marshallese
        mi mri mao Maori; Māori
        mk mkd mac Macedonian
        ml mal -   Malayalam
        mn mon -   Mongolian
        mr mar -   Marathi
        ms msa may Malay
        mt mlt -   Maltese
        my mya bur Burmese; Myanmar
        na nau -   Nauru; Nauruan
        nb nob -   Norwegian Bokmål; Norwegian Bokmal; Bokmål; Bokmal
        nd nde -   North Ndebele
        ne nep -   Nepali
        ng ndo -   Ndonga
        nl nld dut Dutch
        nn nno -   Norwegian Nynorsk; Nynorsk
        no nor -   Norwegian
        nr nbl -   South Ndebele
        nv nav -   Navajo; Navaho
        ny nya -   Nyanja; Chichewa; Chewa
        oc oci -   Occitan
        oj oji -   Ojibwa
        om orm -   Oromo
        or ori -   Odia; Oriya
        os oss -   Ossetian; Ossetic
        pa pan -   Punjabi; Panjabi
        pi pli -   Pali
        pl pol -   Polish
        ps pus -   Pashto; Pushto
        pt por -   Portuguese
        qu que -   Quechua
        rm roh -   Romansh; Romansch
        rn run -   Rundi; Kirundi
        ro ron rum Romanian; Moldavian
        ru rus -   Russian
        rw kin -   Kinyarwanda
        sa san -   Sanskrit
        sc srd -   Sardinian
        sd snd -   Sindhi
        se sme -   Northern Sami
        sg sag -   Sango
        sh hbs -   Serbo-Croatian
        si sin -   Sinhala; Sinhalese
        sk slk slo Slovak
        sl slv -   Slovenian; Slovene
        sm smo -   Samoan
        sn sna -   Shona
        so som -   Somali
        sq sqi alb Albanian
        sr srp -   Serbian
        ss ssw -   Swati; Swazi
        st sot -   Southern Sotho; Sesotho
        su sun -   Sundanese
        sv swe -   Swedish
        sw swa -   Swahili
        ta tam -   Tamil
        te tel -   Telugu
        tg tgk -   Tajik
        th tha -   Thai
        ti tir -   Tigrinya
        tk tuk -   Turkmen
        tl tgl -   Tagalog; Filipino
        tn tsn -   Tswana
        to ton -   Tonga; Tongan
        tr tur -   Turkish
        ts tso -   Tsonga
        tt tat -   Tatar
        tw twi -   Twi
        ty tah -   Tahitian
        ug uig -   Uyghur; Uighur
        uk ukr -   Ukrainian
        ur urd -   Urdu
        uz uzb -   Uzbek
        ve ven -   Venda
        vi vie -   Vietnamese
        vo vol -   Volapük; Volapuk
        wa wln -   Walloon
        wo wol -   Wolof
        xh xho -   Xhosa
        yi yid -   Yiddish
        yo yor -   Yoruba
        za zha -   Zhuang
        zh zho chi Chinese
        zu zul -   Zulu
        -  cmn -   Mandarin; Mandarin Chinese
        -  yue -   Cantonese; Yue Chinese
        -  mis -   Uncoded languages
        -  mul -   Multiple languages
        -  und -   Unknown; Undetermined; Any
        -  zxx -   No linguistic content
        """;

    private const string RegionalLanguages = """
        fra-CA  French (Canada); Canadian French
        nld-BE  Flemish
        por-BR  Portuguese (Brazil); Brazilian Portuguese; Brazilian
        por-PT  Portuguese (Portugal); European Portuguese
        spa-419 Spanish (Latino); Latino; Spanish (Latin America); Latin American Spanish
        spa-ES  Spanish (Spain); Castilian
        """;

    /// <summary>Codes that stand for another one: retired, or in use for something else than the standard says.</summary>
    private static readonly Dictionary<string, (string Language, string? Region)> Aliases = new(StringComparer.Ordinal)
    {
        // Retired (IANA language subtag registry, "Preferred-Value").
        ["in"] = ("ind", null),
        ["iw"] = ("heb", null),
        ["ji"] = ("yid", null),
        ["jw"] = ("jav", null),
        ["mo"] = ("ron", null),
        ["mol"] = ("ron", null),
        ["scc"] = ("srp", null),
        ["scr"] = ("hrv", null),

        // TMDB's code for Cantonese; no ISO 639-1 code.
        ["cn"] = ("yue", null),

        // Filipino is standardised Tagalog, and only Tagalog has an ISO 639-1 code.
        ["fil"] = ("tgl", null),

        // ISO 639-3 means West Flemish; tag editors list it as "Vlaams", so files carry it for Flemish dubs.
        ["vls"] = ("nld", "BE"),
    };

    private static readonly string[][] Rows = Read(Languages, columns: 4);
    private static readonly string[][] RegionalRows = Read(RegionalLanguages, columns: 2);

    private static readonly FrozenDictionary<string, (string Language, string? Region)> ByCode = Rows
        .SelectMany(row => row[..3].Where(code => code is not "-").Select(code => KeyValuePair.Create(code, (row[1], (string?)null))))
        .Concat(Aliases)
        .ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Alpha2ByLanguage = Rows
        .Where(row => row[0] is not "-")
        .ToFrozenDictionary(row => row[1], row => row[0], StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string[]> NamesByTag = Rows
        .Select(row => KeyValuePair.Create(row[1], row[3].Split("; ")))
        .Concat(RegionalRows.Select(row => KeyValuePair.Create(row[0], row[1].Split("; "))))
        .ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> TagByName = NamesByTag
        .SelectMany(entry => entry.Value.Select(name => KeyValuePair.Create(name, entry.Key)))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The language a lower-case code stands for, with the region it implies; null for what cannot be a code. Any three letters
    /// can: of the thousands in ISO 639-3 the table holds those with an ISO 639-1 code, so that a slip looks like a rare language.
    /// </summary>
    public static (string Language, string? Region)? Find(string code) =>
        ByCode.TryGetValue(code, out var known) ? known
        : code.Length == 3 && code.All(char.IsAsciiLetterLower) ? (code, null)
        : null;

    /// <summary>ISO 639-1 code of a language, else the ISO 639-3 code itself.</summary>
    public static string ShortestCode(string language) => Alpha2ByLanguage.GetValueOrDefault(language, language);

    /// <summary>The tag (<c>jpn</c>, <c>por-BR</c>) an English name stands for, whatever its case; null for an unknown name.</summary>
    public static string? TagOf(string name) => TagByName.GetValueOrDefault(name);

    /// <summary>The English name to display for a tag (<c>jpn</c>, <c>por-BR</c>); null when the table has none.</summary>
    public static string? NameOf(string tag) => NamesByTag.GetValueOrDefault(tag)?[0];

    /// <summary>Whether the table has it, or it is a code for local use (<c>qaa</c> to <c>qtz</c>).</summary>
    public static bool IsKnown(string language) => NamesByTag.ContainsKey(language) || language is ['q', >= 'a' and <= 't', >= 'a' and <= 'z'];

    /// <summary>Every code and name, with the ISO 639-3 code of its language.</summary>
    public static IEnumerable<(string Language, string Word)> Words =>
        Rows.SelectMany(static row => row[..3].Where(static code => code is not "-").Concat(row[3].Split("; ")).Select(word => (row[1], word)))
            .Where(static known => LanguageTag.TryParse(known.Item2, out _));

    private static string[][] Read(string table, int columns) =>
    [
        .. table.ReplaceLineEndings("\n").Split('\n')
            .Select(line => line.Split(' ', columns, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
    ];
}
