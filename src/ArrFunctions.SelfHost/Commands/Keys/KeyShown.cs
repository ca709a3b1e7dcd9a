using System.Text.Json;
using ArrFunctions.Ops.Access;

namespace ArrFunctions.SelfHost.Commands.Keys;

/// <summary>The text of a new key: alone on standard output, so that a script can take it; all else goes to standard error.</summary>
internal static class KeyShown
{
    public static void Write(AccessKey key, KeyText text, bool asJson)
    {
        if (asJson)
        {
            Terminal.Raw(JsonSerializer.Serialize(CreatedKey.Of(key, text), KeyJson.Default.CreatedKey));
            return;
        }

        Terminal.Error($"The key '{Terminal.Printable(key.Name)}' with the role {key.Role.Word()}; it is shown this once:");
        Terminal.Raw(text.Text);
    }
}
