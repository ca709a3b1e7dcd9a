using ArrFunctions.Jobs;

namespace ArrFunctions.SelfHost.Tests.Batches;

/// <summary>A file that is there while an item is worked on, so that a second worker on it shows in whatever process it is.</summary>
internal static class Mark
{
    /// <param name="say">Is told the path of the item; behind "twice" where another worker has it.</param>
    public static IDisposable? Of(Job job, string folder, Action<string> say)
    {
        try
        {
            var mark = new FileStream(Path.Combine(folder, job.Id), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            say(job.Path);
            return mark;
        }
        catch (IOException)
        {
            say($"twice {job.Path}");
            return null;
        }
    }
}
