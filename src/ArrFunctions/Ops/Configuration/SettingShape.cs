namespace ArrFunctions.Ops.Configuration;

/// <summary>How values of a kind are written, for the schema of <c>config.yaml</c>; a text is whatever YAML has in one scalar.</summary>
/// <param name="Type"><c>string</c>, <c>boolean</c> or <c>integer</c>.</param>
internal sealed record SettingShape(string Type = "string")
{
    /// <summary>The only values there are.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>Regular expression (ECMA 262) of the texts.</summary>
    public string? Pattern { get; init; }

    public long? Minimum { get; init; }

    public long? Maximum { get; init; }

    /// <summary>A text that is a whole number may be written as one.</summary>
    public bool IsNumberToo { get; init; }
}
