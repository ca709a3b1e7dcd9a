using Azure.Data.Tables;

namespace ArrFunctions.FunctionApp.Storage;

/// <summary>The content of a row as properties of an entity, none longer than Table Storage allows: <c>Content</c>, <c>Content1</c>, <c>Content2</c> ...</summary>
/// <remarks>A string property has 64 KiB of UTF-16, "about 32 K or less" characters, an entity 1 MiB (Understanding the Table service data model).</remarks>
internal static class TableContent
{
    internal const int MaxPart = 31 * 1024;

    public static void Write(TableEntity entity, string content)
    {
        for (int part = 0, start = 0, length; start < content.Length; part++, start += length)
        {
            length = Math.Min(MaxPart, content.Length - start);

            // Each property is text on its own: half of a surrogate pair would not survive the wire.
            if (start + length < content.Length && char.IsSurrogatePair(content, start + length - 1))
            {
                length--;
            }

            entity[Name(part)] = content.Substring(start, length);
        }
    }

    /// <summary>The content; null when the entity is none of ours.</summary>
    public static string? Read(TableEntity entity)
    {
        if (entity[Name(1)] is null)
        {
            return entity[Name(0)] as string;
        }

        List<string> parts = [];
        while (entity[Name(parts.Count)] is string part)
        {
            parts.Add(part);
        }

        return string.Concat(parts);
    }

    private static string Name(int part) => part is 0 ? "Content" : $"Content{part}";
}
