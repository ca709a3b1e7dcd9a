namespace ArrFunctions.Demo.Matroska;

/// <summary>
/// How a one-bit element of a TrackEntry stands in the file: not at all, once, or in one of the odd ways that readers must survive.
/// </summary>
public sealed class Flag
{
    private readonly Func<uint, EbmlElement>[] occurrences;

    private Flag(params Func<uint, EbmlElement>[] occurrences) => this.occurrences = occurrences;

    public static Flag Absent { get; } = new();

    public static Flag Clear { get; } = Of(0);

    public static Flag Set { get; } = Of(1);

    /// <summary>Written with no data: the element's default counts (RFC 8794, 6.1).</summary>
    public static Flag Empty { get; } = new(id => EbmlElement.Binary(id, []));

    public static Flag When(bool value) => value ? Set : Clear;

    /// <summary>
    /// A value in <paramref name="octets"/> bytes behind a size of <paramref name="sizeLength"/> bytes; 0 takes as few as possible.
    /// </summary>
    public static Flag Of(ulong value, int octets = 0, int sizeLength = 0) =>
        new(id => EbmlElement.Number(id, value, octets, sizeLength));

    /// <summary>Against the specification: the element stands twice in one TrackEntry.</summary>
    public static Flag Twice(ulong first, ulong second) => new([.. Of(first).occurrences, .. Of(second).occurrences]);

    internal IEnumerable<EbmlElement> As(uint id) => occurrences.Select(write => write(id));
}
