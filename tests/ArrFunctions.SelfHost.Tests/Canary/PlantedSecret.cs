using System.Globalization;
using System.Text;

namespace ArrFunctions.SelfHost.Tests.Canary;

/// <summary>A secret that stands nowhere else in the world, and what it is the secret of.</summary>
internal sealed record PlantedSecret(string Name, string Value)
{
    /// <summary>Half of a secret is one too.</summary>
    private const int LongestWhole = 24;

    /// <summary>One that looks as the keys of these applications do.</summary>
    public static PlantedSecret New(string name) => new(name, Guid.NewGuid().ToString("N"));

    /// <summary>The ways in which it is recognised, whatever the case: plain, either half of it, and encoded.</summary>
    public IReadOnlyDictionary<string, string> Forms()
    {
        var bytes = Encoding.UTF8.GetBytes(Value);
        var forms = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["URL-encoded"] = string.Concat(bytes.Select(static one => string.Create(CultureInfo.InvariantCulture, $"%{one:X2}"))),
            ["JSON-escaped"] = string.Concat(Value.Select(static one => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)one:x4}"))),
            ["hex"] = Convert.ToHexString(bytes),
            ["UTF-16"] = string.Join('\0', Value.AsEnumerable()),
        };
        for (var shift = 0; shift < 3; shift++)
        {
            forms[$"base64, {shift} bytes after the start of a group"] = Base64(bytes, shift);
        }

        if (Value.Length <= LongestWhole)
        {
            forms["plain"] = Value;
        }
        else
        {
            (forms["its first half"], forms["its second half"]) = (Value[..(Value.Length / 2)], Value[^(Value.Length / 2)..]);
        }

        return forms;
    }

    public override string ToString() => Name;

    /// <summary>The characters that are the same whatever stands before and behind.</summary>
    private static string Base64(byte[] bytes, int shift)
    {
        var text = Convert.ToBase64String([.. new byte[shift], .. bytes]);
        var (first, bits) = (((shift * 8) + 5) / 6, (shift + bytes.Length) * 8);
        return text[first..(bits / 6)];
    }
}
