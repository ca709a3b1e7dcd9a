namespace ArrFunctions.Ops.Configuration;

/// <summary>What one source says about one setting.</summary>
/// <param name="Entry">Where it stands; the first of several.</param>
/// <param name="Items">One text, or those of a list; none when something is wrong with it, which was told.</param>
internal sealed record SettingValue(SettingEntry Entry, IReadOnlyList<SettingEntry> Items)
{
    /// <summary>Without the texts.</summary>
    public override string ToString() => Entry.ToString();
}
