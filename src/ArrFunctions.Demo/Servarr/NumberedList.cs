namespace ArrFunctions.Demo.Servarr;

/// <summary>What an application numbers from one on, and what can change while it runs.</summary>
public sealed class NumberedList<T>
    where T : class
{
    private readonly List<T?> items = [];

    public IReadOnlyList<T> All
    {
        get
        {
            lock (items)
            {
                return [.. items.OfType<T>()];
            }
        }
    }

    /// <param name="make">Gets the number.</param>
    public T Add(Func<int, T> make)
    {
        lock (items)
        {
            var added = make(items.Count + 1);
            items.Add(added);
            return added;
        }
    }

    /// <returns>What it is from now on.</returns>
    public T Edit(int id, Func<T, T> change)
    {
        lock (items)
        {
            return items[id - 1] = change(items[id - 1] ?? throw new KeyNotFoundException($"There is no {typeof(T).Name} {id} any more."));
        }
    }

    /// <returns>Null where there is none, or none any more.</returns>
    public T? Find(int id)
    {
        lock (items)
        {
            return id > 0 && id <= items.Count ? items[id - 1] : null;
        }
    }

    internal void Remove(int id)
    {
        lock (items)
        {
            items[id - 1] = null;
        }
    }
}
