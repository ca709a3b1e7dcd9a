namespace ArrFunctions.Ops.State;

/// <summary>What came of a damaged state, as the salvaged one remembers it.</summary>
/// <param name="Time">When it was salvaged.</param>
/// <param name="Reason">What was wrong with it.</param>
/// <param name="Folder">Name of the folder, in the data folder, that holds the damaged files.</param>
/// <param name="Rows">Rows that came back.</param>
/// <param name="LostRows">Rows that were there and could not be read. Those of lost pages are not among them: nobody knows how many they were.</param>
/// <param name="LostPages">Pages of the state that could not be read.</param>
/// <param name="LooseRows">Of the rows, those from pages that nothing led to any more.</param>
/// <param name="AreKeysGone">Whether the keys and sessions were left behind, because a deleted one might have come back.</param>
/// <param name="Tables">Rows that came back, by table.</param>
/// <param name="IsInOrder">Whether the rows that follow from others have been made to fit them.</param>
internal sealed record StateSalvage(
    DateTimeOffset Time,
    string Reason,
    string Folder,
    long Rows,
    long LostRows,
    int LostPages,
    long LooseRows,
    bool AreKeysGone,
    IReadOnlyDictionary<string, long> Tables,
    bool IsInOrder = false)
{
    /// <summary>Whether anything is known to be missing.</summary>
    public bool IsPartial => LostRows > 0 || LostPages > 0 || AreKeysGone;

    /// <summary>In a sentence or two for people, without its end.</summary>
    public string InWords() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"The state was damaged ({Reason}). {Rows} rows came back; {LostRows} rows and {LostPages} pages could not be read{(AreKeysGone ? ". Its keys were not taken over, since a deleted one might have come back" : "")}. The damaged files are in {Folder}");
}
