using ArrFunctions.Ops.Configuration;
using ArrFunctions.Servarr;

namespace ArrFunctions.Setup.Takeover;

/// <summary>What is taken over, against what is set here. One comparison gives out each free place once.</summary>
/// <param name="known">The instances of all sources.</param>
/// <param name="layers">What all sources say.</param>
/// <param name="values">What is stored.</param>
/// <param name="options">How.</param>
/// <param name="firstPlace">Of new entries of lists.</param>
internal sealed class TakeoverComparison(IReadOnlyList<Instance> known, SettingLayers layers, StoredValues values, TakeoverOptions options, int firstPlace = StorableKeys.FirstPlace)
{
    private const string Rules = "Audio:Rules";

    private readonly List<string> given = [];

    public TakenSetting Of(Taken taken)
    {
        var before = given.Count;
        var found = taken switch
        {
            Taken.Server server => OfServer(server),
            Taken.Mapping mapping => OfMapping(mapping),
            Taken.Rule rule => OfRule(rule),
            Taken.Value value => OfValue(value),
            _ => throw new InvalidOperationException($"Unknown {taken}."),
        };
        if (!found.IsToBeWritten || Objection(found) is not { } objection)
        {
            return found;
        }

        given.RemoveRange(before, given.Count - before);
        return found with { State = TakenState.Wrong, Says = objection };
    }

    private TakenSetting OfServer(Taken.Server server)
    {
        var same = known.FirstOrDefault(instance => instance.Service == server.Service && SameUrl(instance.Url.OriginalString, server.Url));
        var name = same?.Name ?? options.NameOf(server.Service);
        var own = same ?? known.FirstOrDefault(instance => instance.Name == name);
        var stored = own is null ? null : StoredInstance.Of(values).FirstOrDefault(instance => instance.Name == own.Name);
        var place = stored?.Place ?? Free(ListedInstance.List);
        var settings = Texts(ListedInstance.List, place, ("Name", name), ("Service", FlatInstance.Name(server.Service)), ("Url", server.Url), ("ApiKey", server.ApiKey));
        if (own is null)
        {
            return new(server, TakenState.New, settings);
        }

        if (same is not null && same.ApiKey == server.ApiKey)
        {
            return new(server, TakenState.Same, settings, $"It is {same.Name} here.");
        }

        var difference = same is not null ? $"{own.Name} is here with another API key" : $"{own.Name} is at {own.Url.OriginalString} here";
        return stored is null || own.Service != server.Service
            ? new(server, TakenState.Conflict, settings, $"{difference}, and config.yaml or the environment says so. Change it there, or have another instance made: --instance {FlatInstance.Name(server.Service)}=NAME.")
            : Differing(server, settings, difference);
    }

    private TakenSetting OfMapping(Taken.Mapping mapping)
    {
        var place = layers.Places(PathMappingSettings.List).Cast<int?>().FirstOrDefault(at =>
            Text(PathMappingSettings.List, at!.Value, "From") is { } from && Trimmed(from) == Trimmed(mapping.Remote) && Text(PathMappingSettings.List, at.Value, "Instance") is null);
        var settings = Texts(PathMappingSettings.List, place ?? Free(PathMappingSettings.List), ("From", mapping.Remote), ("To", mapping.Local));
        if (place is not { } own)
        {
            return new(mapping, TakenState.New, settings);
        }

        var local = Text(PathMappingSettings.List, own, "To") ?? "";
        return Trimmed(local) == Trimmed(mapping.Local) ? new(mapping, TakenState.Same, settings) : OfEntry(mapping, settings, own, $"{mapping.Remote} is {local} here");
    }

    private TakenSetting OfRule(Taken.Rule rule)
    {
        var place = layers.Places(Rules).Cast<int?>().FirstOrDefault(at => Items(Rules, at!.Value, "Path").SequenceEqual(rule.Patterns, StringComparer.Ordinal));
        var at = place ?? Free(Rules);
        var settings = rule.Languages is []
            ? new(StringComparer.Ordinal) { [InstanceOrigin.Key(Rules, at, "Path")] = rule.Patterns, [InstanceOrigin.Key(Rules, at, "Skip")] = ["true"] }
            : new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [InstanceOrigin.Key(Rules, at, "Path")] = rule.Patterns, [InstanceOrigin.Key(Rules, at, "Languages")] = rule.Languages };
        if (place is not { } own)
        {
            return new(rule, TakenState.New, settings);
        }

        var isSame = rule.Languages is [] ? Text(Rules, own, "Skip") is "true" : Items(Rules, own, "Languages").SequenceEqual(rule.Languages, StringComparer.OrdinalIgnoreCase);
        return isSame ? new(rule, TakenState.Same, settings) : OfEntry(rule, settings, own, $"There is a rule for {string.Join(" and ", rule.Patterns)} here already");
    }

    private TakenSetting OfValue(Taken.Value value)
    {
        var known = SettingCatalogue.Find(value.Key)!;
        var settings = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [known.Key] = value.Texts };
        var now = layers.Texts(known.Key, known.Setting);
        if (now.SequenceEqual(value.Texts, StringComparer.OrdinalIgnoreCase))
        {
            return new(value, TakenState.Same, settings);
        }

        if (layers.Find(known.Key) is not { Entry: var entry })
        {
            return new(value, TakenState.New, settings);
        }

        var difference = known.Setting.IsSecret ? $"{known.Key} is another one here" : $"{known.Key} is {string.Join(", ", now)} here";
        return entry.Source is SettingSource.Stored ? Differing(value, settings, difference)
            : new(value, TakenState.Conflict, settings, $"{difference}, and {entry.Place} says so, which comes before what is stored. Change it there.");
    }

    private TakenSetting OfEntry(Taken taken, Dictionary<string, IReadOnlyList<string>> settings, int place, string difference) => place >= StorableKeys.FirstPlace
        ? Differing(taken, settings, difference)
        : new(taken, TakenState.Conflict, settings, $"{difference}, and config.yaml or the environment says so. Change it there.");

    private TakenSetting Differing(Taken taken, Dictionary<string, IReadOnlyList<string>> settings, string difference) => options.Replace
        ? new(taken, TakenState.Replaced, settings, $"{difference}.")
        : new(taken, TakenState.Conflict, settings, $"{difference}. With --replace theirs takes its place.");

    /// <summary>What is wrong with it by itself.</summary>
    private static string? Objection(TakenSetting found)
    {
        var entries = found.Settings.SelectMany(setting => SettingCatalogue.Find(setting.Key) is { Setting.IsList: true }
            ? setting.Value.Select((text, place) => new SettingEntry(SettingSource.Stored, $"{setting.Key}:{place}", "theirs", text))
            : setting.Value.Select(text => new SettingEntry(SettingSource.Stored, setting.Key, "theirs", text)));
        return ConfigurationReader.ReadAll(new() { Stored = [.. entries] }) is ConfigurationResult.Invalid invalid
            ? $"It cannot be used here: {string.Join(' ', invalid.Errors.Select(static error => error.EndsWith('.') ? error : $"{error}."))}" : null;
    }

    private int Free(string list)
    {
        var place = Enumerable.Range(firstPlace, int.MaxValue - firstPlace).Except(layers.Places(list)).Except(StoredInstance.Places(values, list))
            .First(place => !given.Contains($"{list}:{place}"));
        given.Add($"{list}:{place}");
        return place;
    }

    private string? Text(string list, int place, string member) => Items(list, place, member) is [var only] ? only : null;

    private IReadOnlyList<string> Items(string list, int place, string member) =>
        layers.Find(InstanceOrigin.Key(list, place, member)) is { } value ? [.. value.Items.Select(static item => item.Text!.Trim())] : [];

    private static Dictionary<string, IReadOnlyList<string>> Texts(string list, int place, params (string Member, string Text)[] members) =>
        members.ToDictionary(member => InstanceOrigin.Key(list, place, member.Member), static member => (IReadOnlyList<string>)[member.Text], StringComparer.Ordinal);

    private static bool SameUrl(string one, string other) =>
        Uri.TryCreate(one.TrimEnd('/'), UriKind.Absolute, out var left) && Uri.TryCreate(other.TrimEnd('/'), UriKind.Absolute, out var right)
        && Uri.Compare(left, right, UriComponents.HttpRequestUrl, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;

    private static string Trimmed(string path) => path.Length > 1 ? path.TrimEnd('/', '\\') : path;
}
