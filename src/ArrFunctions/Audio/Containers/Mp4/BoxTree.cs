namespace ArrFunctions.Audio.Containers.Mp4;

/// <summary>A box in memory with the boxes inside it.</summary>
internal sealed class BoxTree
{
    private const int MaxDepth = 16;

    /// <summary>Far more than any movie has; each box costs memory.</summary>
    private const int MaxBoxes = 100_000;

    private static readonly HashSet<uint> Containers =
        [.. new[] { "moov", "trak", "mdia", "minf", "stbl", "dinf", "edts", "udta", "mvex", "tref", "gmhd" }.Select(name => Mp4Box.TypeOf(name))];

    private BoxTree(Mp4Box box, ReadOnlyMemory<byte> content, IReadOnlyList<BoxTree> children) =>
        (Box, Content, Children) = (box, content, children);

    public Mp4Box Box { get; }

    /// <summary>What follows the header.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>Boxes inside, in order; empty for a box that is not known to hold others.</summary>
    public IReadOnlyList<BoxTree> Children { get; }

    /// <summary>Reads a box and all inside it from its bytes, which begin at <paramref name="offset"/> in the file.</summary>
    /// <exception cref="UnreadableMediaException">A box does not end inside its parent.</exception>
    public static BoxTree Parse(ReadOnlyMemory<byte> bytes, long offset)
    {
        var count = 0;
        return Parse(bytes, offset, depth: 0, ref count);
    }

    public BoxTree? Child(string type)
    {
        var wanted = Mp4Box.TypeOf(type);
        return Children.FirstOrDefault(child => child.Box.Type == wanted);
    }

    public IEnumerable<BoxTree> ChildrenOf(string type)
    {
        var wanted = Mp4Box.TypeOf(type);
        return Children.Where(child => child.Box.Type == wanted);
    }

    /// <summary>The box at the end of a path of types, each the first of its type.</summary>
    public BoxTree? Find(params ReadOnlySpan<string> path)
    {
        var box = this;
        foreach (var type in path)
        {
            box = box?.Child(type);
        }

        return box;
    }

    /// <summary>Boxes that stand in a box of mixed content, from <paramref name="start"/> on; what is no box ends the list.</summary>
    public static IEnumerable<BoxTree> Scan(ReadOnlyMemory<byte> content, int start, long contentOffset)
    {
        for (var at = start; at < content.Length;)
        {
            if (!Mp4Box.TryRead(content.Span[at..], contentOffset + at, contentOffset + content.Length, mayReachToEnd: false, out var box))
            {
                yield break;
            }

            yield return new BoxTree(box, content.Slice(at + box.HeaderLength, (int)box.Size - box.HeaderLength), []);
            at += (int)box.Size;
        }
    }

    private static BoxTree Parse(ReadOnlyMemory<byte> bytes, long offset, int depth, ref int count)
    {
        if (++count > MaxBoxes)
        {
            throw UnreadableMediaException.Unsupported($"its track list has more than {MaxBoxes} boxes");
        }

        if (depth > MaxDepth)
        {
            throw UnreadableMediaException.Unsupported($"its boxes are nested more than {MaxDepth} levels deep");
        }

        if (!Mp4Box.TryRead(bytes.Span, offset, offset + bytes.Length, mayReachToEnd: false, out var box))
        {
            throw UnreadableMediaException.Damaged($"a box at byte {offset} does not end inside its parent");
        }

        var content = bytes[box.HeaderLength..(int)box.Size];
        return new BoxTree(box, content, Containers.Contains(box.Type) ? ParseChildren(content, box, depth + 1, ref count) : []);
    }

    private static List<BoxTree> ParseChildren(ReadOnlyMemory<byte> content, Mp4Box parent, int depth, ref int count)
    {
        var children = new List<BoxTree>();
        for (var at = 0; at < content.Length && !IsTerminator(content.Span[at..]);)
        {
            var child = Parse(content[at..], parent.ContentOffset + at, depth, ref count);
            children.Add(child);
            at += (int)child.Box.Size;
        }

        return children;
    }

    /// <summary>QuickTime may end a list of user data with four zero bytes (QuickTime File Format, "User Data Atoms").</summary>
    private static bool IsTerminator(ReadOnlySpan<byte> rest) => rest.Length == 4 && !rest.ContainsAnyExcept((byte)0);
}
