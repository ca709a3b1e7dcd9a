namespace ArrFunctions.Webhooks;

internal sealed record LanguagePayload
{
    public string? Name { get; set; }
}
