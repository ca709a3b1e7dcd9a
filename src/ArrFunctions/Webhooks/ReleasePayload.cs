namespace ArrFunctions.Webhooks;

internal sealed record ReleasePayload
{
    public string? ReleaseTitle { get; set; }
}
