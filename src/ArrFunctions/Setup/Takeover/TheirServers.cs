using ArrFunctions.Servarr;

namespace ArrFunctions.Setup.Takeover;

/// <summary>An application with its URL and key, as two of the other programs have it.</summary>
internal static class TheirServers
{
    public static void Take(TakeoverDraft draft, ServarrService service, string urlName, string keyName)
    {
        var (url, key) = (draft.Text(urlName), draft.Text(keyName));
        if (key is not null && IsPlaceholder(key))
        {
            draft.Tell(keyName, KeyFate.Dropped, "It is the placeholder of the example, and no key.");
            key = null;
        }

        if (url is null || key is null)
        {
            foreach (var name in new[] { urlName, keyName })
            {
                draft.TellAll(name, KeyFate.Dropped, "A URL and a key belong together, and one of them is missing.");
            }

            return;
        }

        draft.Take(new Taken.Server(service, url.TrimEnd('/'), key, $"{urlName}, {keyName}"));
        draft.Tell(urlName, KeyFate.Taken, $"The {service} instance.");
        draft.Tell(keyName, KeyFate.Taken, $"The key of the {service} instance; it is encrypted where it is stored.");
    }

    internal static bool IsPlaceholder(string key) =>
        key.StartsWith("your_", StringComparison.OrdinalIgnoreCase) || key.Equals("change_me", StringComparison.OrdinalIgnoreCase);
}
