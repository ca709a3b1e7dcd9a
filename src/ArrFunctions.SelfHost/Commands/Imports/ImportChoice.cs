using ArrFunctions.Servarr;
using ArrFunctions.Setup.Takeover;

namespace ArrFunctions.SelfHost.Commands.Imports;

/// <summary>Which instance of ours each service of theirs is.</summary>
internal sealed class ImportChoice(IReadOnlyDictionary<ServarrService, string> names, TakeoverPlan plan)
{
    /// <param name="texts"><c>radarr=films</c>.</param>
    /// <exception cref="SettingException">One means nothing.</exception>
    public static Dictionary<ServarrService, string> Names(IEnumerable<string> texts)
    {
        var names = new Dictionary<ServarrService, string>();
        foreach (var text in texts)
        {
            if (text.Split('=') is not [var word, { Length: > 0 } name] || !Enum.TryParse<ServarrService>(word, ignoreCase: true, out var service) || !Enum.IsDefined(service) || int.TryParse(word, System.Globalization.CultureInfo.InvariantCulture, out _))
            {
                throw new SettingException($"--instance: '{Terminal.Printable(text)}' is not understood. Write the service and the name of the instance here: radarr=films.");
            }

            names[service] = name;
        }

        return names;
    }

    /// <summary>The one that is named, that has their URL, or that is the only one; what is only planned counts.</summary>
    /// <returns>Null where none is it, or several may be.</returns>
    public Instance? Of(ServarrService service, IReadOnlyList<Instance> known)
    {
        var own = known.Where(instance => instance.Service == service).ToList();
        if (names.TryGetValue(service, out var name))
        {
            return own.Find(instance => instance.Name == name) ?? Planned(service, name);
        }

        var server = plan.Taken.OfType<Taken.Server>().FirstOrDefault(server => server.Service == service);
        return own.Find(instance => server is not null && instance.Url.OriginalString.TrimEnd('/').Equals(server.Url, StringComparison.OrdinalIgnoreCase))
            ?? (own is [var only] ? only : own is [] ? Planned(service, FlatInstance.Name(service)) : null);
    }

    private Instance? Planned(ServarrService service, string name) =>
        plan.Taken.OfType<Taken.Server>().FirstOrDefault(server => server.Service == service) is { } server && Uri.TryCreate(server.Url, UriKind.Absolute, out var url)
            ? new() { Name = name, Service = service, Url = url, ApiKey = server.ApiKey } : null;
}
