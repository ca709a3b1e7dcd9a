namespace ArrFunctions.Demo.Servarr;

/// <summary>The files of a library, found by their id and by their movie or series.</summary>
internal sealed class FileList
{
    private readonly Lock gate = new();
    private readonly Dictionary<int, LibraryFile> files = [];
    private readonly Dictionary<int, List<int>> idsOf = [];
    private int last;

    public IReadOnlyList<LibraryFile> All
    {
        get
        {
            lock (gate)
            {
                return [.. files.Values.OrderBy(file => file.Id)];
            }
        }
    }

    public IReadOnlyList<LibraryFile> Of(int subjectId)
    {
        lock (gate)
        {
            return idsOf.TryGetValue(subjectId, out var ids) ? [.. ids.Select(id => files[id])] : [];
        }
    }

    public LibraryFile? Find(int id)
    {
        lock (gate)
        {
            return files.GetValueOrDefault(id);
        }
    }

    /// <param name="make">Gets the id.</param>
    public LibraryFile Add(Func<int, LibraryFile> make)
    {
        lock (gate)
        {
            var file = make(last + 1);
            last++;
            files.Add(file.Id, file);
            if (!idsOf.TryGetValue(file.SubjectId, out var ids))
            {
                idsOf.Add(file.SubjectId, ids = []);
            }

            ids.Add(file.Id);
            return file;
        }
    }

    /// <param name="change">What is done on disk belongs in here: nobody sees the file in between.</param>
    public LibraryFile Edit(int id, Func<LibraryFile, LibraryFile> change)
    {
        lock (gate)
        {
            return files[id] = change(files[id]);
        }
    }

    /// <inheritdoc cref="Edit"/>
    public LibraryFile Remove(int id, Action<LibraryFile> delete)
    {
        lock (gate)
        {
            var file = files[id];
            files.Remove(id);
            idsOf[file.SubjectId].Remove(id);
            delete(file);
            return file;
        }
    }
}
