using ArrFunctions.Servarr;

namespace ArrFunctions.Indexers.Discovery;

/// <summary>Compares a candidate with what a Prowlarr can add and with the hosts that are allowed. Pure.</summary>
internal static class CandidatePolicy
{
    private const int LongestName = 100;

    public static CandidateVerdict Judge(Candidate candidate, IReadOnlyList<Definition> definitions, IReadOnlyList<string> allowedHosts)
    {
        Uri? given = null;
        if (candidate.BaseUrl is not null && !SiteAddress.TryRead(candidate.BaseUrl, out given))
        {
            return Refuse("its address is no http or https URL without user, password, query and fragment, or it may hold a key");
        }

        var normal = given is null ? null : SiteAddress.Normal(given);
        return Choose(candidate, normal, definitions) switch
        {
            (null, var why) => Refuse(why),
            ({ } definition, _) => Judge(candidate, definition, given, normal, allowedHosts),
        };
    }

    private static CandidateVerdict Judge(Candidate candidate, Definition definition, Uri? given, string? normal, IReadOnlyList<string> allowedHosts)
    {
        var text = normal is null
            ? definition.Addresses is [var usual, ..] ? usual : null
            : definition.Address(normal) ?? (definition.IsGeneric ? given!.OriginalString : null);
        if (text is null || !SiteAddress.TryRead(text, out var address))
        {
            return Refuse(normal is null ? $"it has no address, and {definition.Name} has none of its own" : $"its address is none of those that {definition.Name} has");
        }

        if (!SiteAddress.IsAllowed(address, allowedHosts))
        {
            return Refuse($"its host {Quoted.Plain(address.IdnHost)} is not in Indexers:Discovery:AllowedHosts");
        }

        foreach (var (name, value) in candidate.Fields)
        {
            var objection = definition.Fields.TryGetValue(name, out var field) ? field.Objection(value)
                : LikelySecret.IsName(name) ? $"it brings a value for {Shown(name)}, which can be a secret: those are entered in Prowlarr"
                : $"{definition.Name} has no field {Shown(name)}";
            if (objection is not null)
            {
                return Refuse(objection);
            }
        }

        return new CandidateVerdict.Fit(definition, NameOf(candidate) ?? (definition.IsGeneric ? address.IdnHost : definition.Name), address);
    }

    /// <summary>The definition that is meant: by its names, and among several by the address.</summary>
    private static (Definition? Definition, string Why) Choose(Candidate candidate, string? normal, IReadOnlyList<Definition> definitions)
    {
        var isNamed = candidate.Implementation is not null || candidate.DefinitionName is not null;
        var named = definitions.Where(definition => Is(candidate.Implementation, definition.Implementation)
            && (Is(candidate.DefinitionName, definition.DefinitionName) || Is(candidate.DefinitionName, definition.Name))
            && Is(candidate.Protocol, definition.Protocol)).ToList();
        var there = normal is null ? null : named.Find(definition => definition.Address(normal) is not null);
        return there is not null ? (there, "")
            : !isNamed ? (null, candidate.BaseUrl is null ? "it has neither an address nor an implementation" : "no definition of Prowlarr has this address, and it names no implementation")
            : named is [] ? (null, $"Prowlarr knows no {Shown(string.Join(' ', new[] { candidate.Protocol, candidate.Implementation, candidate.DefinitionName }.OfType<string>()))}")
            : normal is not null && named.Find(definition => definition.IsGeneric) is { } generic ? (generic, "")
            : named.Find(definition => candidate.Name is not null && Is(candidate.Name, definition.Name)) is { } same ? (same, "")
            : named is [var only] ? (only, "")
            : (null, $"{named.Count} definitions of Prowlarr could be meant");
    }

    private static bool Is(string? wanted, string actual) => wanted is null || wanted.Equals(actual, StringComparison.OrdinalIgnoreCase);

    private static string? NameOf(Candidate candidate) =>
        candidate.Name is { } name && Quoted.Plain(Redaction.Redact(name, [])) is { Length: > 0 } shown ? shown[..Math.Min(shown.Length, LongestName)] : null;

    private static string Shown(string text) => Quoted.Of(Redaction.Redact(text, []));

    private static CandidateVerdict.Refused Refuse(string why) => new(why);
}
