namespace ArrFunctions.Servarr;

/// <summary>A language of the *arrs; 0 is unknown.</summary>
internal sealed record LanguageResource
{
    public int Id { get; set; }

    public string? Name { get; set; }
}
