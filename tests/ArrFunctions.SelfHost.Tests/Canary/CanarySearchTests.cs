using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace ArrFunctions.SelfHost.Tests.Canary;

/// <summary>That the search finds what it is for, in each form; a search that finds nothing shows nothing.</summary>
public sealed class CanarySearchTests
{
    private static readonly PlantedSecret Planted = PlantedSecret.New("planted");

    public static TheoryData<string, Func<string, byte[]>> Forms() => new()
    {
        { "plain", static value => Encoding.UTF8.GetBytes($"key={value}&") },
        { "upper case", static value => Encoding.UTF8.GetBytes(value.ToUpperInvariant()) },
        { "first half", static value => Encoding.UTF8.GetBytes($"{value[..16]}…") },
        { "second half", static value => Encoding.UTF8.GetBytes($"…{value[16..]}") },
        { "URL-encoded", static value => Encoding.UTF8.GetBytes(string.Concat(value.Select(static one => string.Create(CultureInfo.InvariantCulture, $"%{(int)one:x2}")))) },
        { "JSON-escaped", static value => Encoding.UTF8.GetBytes(string.Concat(value.Select(static one => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)one:X4}")))) },
        { "in JSON", static value => JsonSerializer.SerializeToUtf8Bytes(new { key = value }) },
        { "hex, lower case", static value => Encoding.UTF8.GetBytes(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(value))) },
        { "hex, upper case", static value => Encoding.UTF8.GetBytes(Convert.ToHexString(Encoding.UTF8.GetBytes(value))) },
        { "UTF-16", Encoding.Unicode.GetBytes },
        { "base64", static value => Base64(value) },
        { "base64 behind a byte", static value => Base64($":{value}") },
        { "base64 behind two bytes", static value => Base64($"u:{value}") },
        { "base64 behind a name", static value => Base64($"user:{value}\r\n") },
        { "packed", Packed },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_planted_canary_is_found(string form, Func<string, byte[]> write)
    {
        var search = new CanarySearch([PlantedSecret.New("another"), Planted]);

        var found = search.In(form, [.. "before"u8, .. new byte[1], .. "some text "u8]).ToList();
        var planted = search.In(form, write(Planted.Value)).ToList();

        Assert.Empty(found);
        Assert.NotEmpty(planted);
        Assert.All(planted, told => Assert.Contains("planted", told, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_of_several_is_told()
    {
        PlantedSecret[] canaries = [PlantedSecret.New("one"), PlantedSecret.New("two"), PlantedSecret.New("three")];

        var found = new CanarySearch(canaries).In("text", Encoding.UTF8.GetBytes(string.Join(' ', canaries.Select(static canary => canary.Value)))).ToList();

        Assert.Equal(["one", "one", "two", "two", "three", "three"], found.Select(static told => told.Split(' ', ',')[1]));
    }

    private static byte[] Base64(string text) => Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(text)));

    private static byte[] Packed(string value)
    {
        using var whole = new MemoryStream();
        using (var packing = new GZipStream(whole, CompressionMode.Compress))
        {
            packing.Write(Encoding.UTF8.GetBytes(value));
        }

        return whole.ToArray();
    }
}
