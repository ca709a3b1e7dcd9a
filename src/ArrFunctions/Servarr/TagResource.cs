namespace ArrFunctions.Servarr;

/// <summary>A tag (<c>GET tag</c>).</summary>
internal sealed record TagResource
{
    public int Id { get; set; }

    public string? Label { get; set; }
}
