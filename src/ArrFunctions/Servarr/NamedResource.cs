namespace ArrFunctions.Servarr;

/// <summary>Something with an id and a name.</summary>
internal sealed record NamedResource
{
    public int Id { get; set; }

    public string? Name { get; set; }
}
