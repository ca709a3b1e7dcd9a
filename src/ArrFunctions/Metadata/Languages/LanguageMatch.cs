namespace ArrFunctions.Metadata.Languages;

/// <summary>How well a track's language answers a wanted one; smaller is better.</summary>
public enum LanguageMatch
{
    /// <summary>Same language, same region (or none on both sides).</summary>
    Exact = 0,

    /// <summary>Same language; one region lies in the other (spa-MX and spa-419).</summary>
    NearRegion = 1,

    /// <summary>Same language; one side names no region.</summary>
    Language = 2,

    /// <summary>Same language, another region (por-PT for por-BR).</summary>
    OtherRegion = 3,

    /// <summary>A macrolanguage and the member it usually stands for, either one wanted (cmn and zho, nob and nor).</summary>
    Macrolanguage = 4,

    /// <summary>A macrolanguage and another of its members, either one wanted (yue and zho, ind and msa).</summary>
    OtherMember = 5,

    None = int.MaxValue,
}
