namespace ArrFunctions.Library;

/// <summary>A file with its movie or series.</summary>
internal sealed record LibraryRow(LibraryTitle Title, LibraryFile File)
{
    public ItemKey Item => new(Title.Id, File.Episodes is [var first, ..] ? first.Id : 0);
}
