namespace ArrFunctions.Demo.MediaServers;

/// <summary>A request that reached a fake media server.</summary>
/// <param name="Target">Path and query as they came, escaped.</param>
/// <param name="Body">Empty where there was none.</param>
public sealed record MediaServerRequest(string Method, string Target, string Body)
{
    public override string ToString() => Body.Length == 0 ? $"{Method} {Target}" : $"{Method} {Target} {Body}";
}
