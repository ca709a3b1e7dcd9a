using ArrFunctions.Servarr;

namespace ArrFunctions.Webhooks;

/// <summary>Which configured instance an event came from.</summary>
internal abstract record InstanceChoice
{
    private InstanceChoice()
    {
    }

    public sealed record Chosen(string Name) : InstanceChoice;

    /// <param name="Reason">Why none can be told, and what to do.</param>
    public sealed record Unclear(string Reason) : InstanceChoice;

    /// <param name="instances">The configured ones, of all services.</param>
    /// <param name="service">The service that the route names.</param>
    /// <param name="routeWord">The instance that the route names; null where it names none.</param>
    /// <param name="applicationUrl">Where the sender says it is found.</param>
    public static InstanceChoice Of(IReadOnlyList<Instance> instances, ServarrService service, string? routeWord, string? applicationUrl)
    {
        var word = Word(service);
        List<Instance> own = [.. instances.Where(instance => instance.Service == service)];
        if (routeWord is null)
        {
            return own.Count switch
            {
                0 => new Chosen(word),
                1 => new Chosen(own[0].Name),
                _ => ByUrl(own, word, applicationUrl),
            };
        }

        return own.Find(instance => IsNamed(instance, routeWord)) is { } named ? new Chosen(named.Name)
            : own.Count == 0 && routeWord.Equals(word, StringComparison.OrdinalIgnoreCase) ? new Chosen(word)
            : new Unclear(instances.FirstOrDefault(instance => IsNamed(instance, routeWord)) is { } other
                ? $"which instance? {Quoted.Of(routeWord)} is a {other.Service}: post to webhook/{Word(other.Service)}/{other.Name}"
                : $"which instance? There is no {service} called {Quoted.Of(routeWord)}: configure it, or post to {Routes(own, word)}");
    }

    private static InstanceChoice ByUrl(List<Instance> own, string word, string? applicationUrl)
    {
        List<Instance> found = Uri.TryCreate(applicationUrl, UriKind.Absolute, out var sender)
            ? own.FindAll(instance => Address(instance.Url).Equals(Address(sender), StringComparison.OrdinalIgnoreCase))
            : [];
        return found is [var only]
            ? new Chosen(only.Name)
            : new Unclear($"which instance? No single one has the URL {Quoted.Of(applicationUrl ?? "")}: post to {Routes(own, word)}");
    }

    private static string Address(Uri url) => url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/');

    private static bool IsNamed(Instance instance, string name) => instance.Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static string Routes(List<Instance> own, string word) =>
        own.Count == 0 ? $"webhook/{word}" : string.Join(" or ", own.Select(instance => $"webhook/{word}/{instance.Name}"));

    private static string Word(ServarrService service) => service.ToString().ToLowerInvariant();
}
