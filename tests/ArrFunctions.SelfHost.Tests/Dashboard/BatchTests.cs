using ArrFunctions.SelfHost.Tests.Service;

namespace ArrFunctions.SelfHost.Tests.Dashboard;

public sealed class BatchTests
{
    private const int Count = 30;

    [Fact]
    public async Task A_batch_is_planned_done_tried_again_and_taken_back_and_another_one_cancelled()
    {
        await using var house = await DashboardHouse.BuildAsync();
        var films = Enumerable.Range(1, Count).Select(number => house.Folder.Film($"films/Film {number:00}.{(number % 2 == 0 ? "mkv" : "mp4")}")).ToList();
        var others = Enumerable.Range(1, Count).Select(number => house.Folder.Film($"others/Other {number:00}.mkv")).ToList();
        var torn = house.Folder.Film("films/Torn.mkv");
        Tear(torn);
        await house.StartAsync([.. house.Instances, ("Audio__Languages", "jpn")]);
        using var client = house.Client();
        await house.Scenario()
            .On("pause", () => client.PostAsync("api/queue/pause"))
            .On("resume", () => client.PostAsync("api/queue/resume"))
            .On("repair", () => File.Copy(torn.Copy, torn.Path, overwrite: true))
            .Tell("isUntouched", () => films.TrueForAll(IsAsItWas))
            .Tell("isDone", () => !films.Append(torn).Any(IsAsItWas))
            .Tell("isBack", () => IsAsItWas(films[0]))
            .Tell("isOtherUntouched", () => others.TrueForAll(IsAsItWas))
            .PlayAsync("batch", ("folder", Path.Combine(house.Folder.Media, "films")), ("other", Path.Combine(house.Folder.Media, "others")), ("count", Count), ("undone", Path.GetFileName(films[0].Path)));
        Assert.All(films.Skip(1).Append(torn), film => film.AssertIsRight());
        Assert.All(others.Prepend(films[0]), film => film.AssertIsAsItWas());
    }

    /// <summary>It ends in the midst of its frames, as after a download that broke off.</summary>
    private static void Tear(ServiceFilm film)
    {
        using var file = File.OpenWrite(film.Path);
        file.SetLength(file.Length * 2 / 3);
    }

    private static bool IsAsItWas(ServiceFilm film) => File.ReadAllBytes(film.Path).AsSpan().SequenceEqual(File.ReadAllBytes(film.Copy));
}
