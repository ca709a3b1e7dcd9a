using ArrFunctions.Library;
using ArrFunctions.Library.Analysis;
using FsCheck;
using FsCheck.Fluent;

namespace ArrFunctions.Tests.Library.Analysis;

/// <summary>What holds for the candidates of every library.</summary>
public sealed class CandidatePropertyTests
{
    private static Gen<ScoreProfile> Profile(int id) =>
        from cutoff in Gen.Elements(0, 50, 10_000)
        from minimum in Gen.Elements(-100, 0, 30)
        from upgrades in Gen.Elements(true, true, false)
        from minUpgrade in Gen.Elements(1, 20)
        from points in Gen.Elements(-10_000, -7, 3, 40).Three()
        select Bookcase.Profile(id, cutoff, minimum, upgrades, minUpgrade, points: [(1, points.Item1), (2, points.Item2), (3, points.Item3)]);

    private static Gen<ScoredFile[]> Files =>
        from one in Profile(1)
        from other in Profile(2)
        from files in (
            from profile in Gen.Elements(one, other)
            from score in Gen.Choose(-99, 99)
            from scale in Gen.Elements(1, 1, 100)
            from formats in Gen.Elements<int[]>([], [1], [2, 3], [1, 2, 3])
            from monitored in Gen.Elements(true, true, false)
            from quality in Gen.Elements(Bookcase.Bluray1080, Bookcase.Bluray1080, Bookcase.WebDl1080, Bookcase.Hdtv720)
            select (profile, score * scale, formats, monitored, quality)).ListOf()
        select files.Select((file, place) => Bookcase.File(place + 1, file.Item2, file.profile, file.formats, file.monitored, file.quality)).ToArray();

    [Fact]
    public void Each_has_a_reason_and_sentences() => Check(Files, files =>
        Of(files).All(one => one.Reasons.Count > 0 && IsSentence(one.Reason) && IsSentence(one.Recommendation) && one.Gain >= 0));

    [Fact]
    public void Ranks_run_from_1_and_what_is_blocked_comes_last() => Check(Files, files =>
    {
        var candidates = Of(files);
        return candidates.Select(one => one.Rank).SequenceEqual(Enumerable.Range(1, candidates.Count))
            && candidates.SkipWhile(one => one.Blocks.Count == 0).All(one => one.Blocks.Count > 0)
            && candidates.Select(one => one.Item).Distinct().Count() == candidates.Count;
    });

    [Fact]
    public void The_order_of_the_files_does_not_matter() => Check(
        from files in Files
        from shuffled in Gen.Shuffle(files)
        select (files, shuffled), given => Ranks(given.files).SequenceEqual(Ranks(given.shuffled)));

    [Fact]
    public void With_every_score_and_setting_ten_times_as_large_ranks_and_priorities_stay() => Check(Files, files =>
    {
        var profiles = files.Select(file => file.Profile).DistinctBy(profile => profile.Id).ToDictionary(profile => profile.Id, profile => profile with
        {
            CutoffScore = profile.CutoffScore * 10,
            MinScore = profile.MinScore * 10,
            MinUpgrade = profile.MinUpgrade * 10,
            Scores = profile.Scores.ToDictionary(format => format.Key, format => format.Value * 10),
        });
        return Ranks(files).SequenceEqual(Ranks([
            .. files.Select(file => Bookcase.File(file.Title.Id, file.Score * 10, profiles[file.Profile.Id], [.. file.Formats], file.IsMonitored, file.QualityId))]));
    });

    [Fact]
    public void No_more_than_a_tenth_of_a_profile_or_one_file_is_critical() => Check(Files, files =>
    {
        var candidates = Of(files);
        return files.GroupBy(file => file.Profile.Id).All(profile =>
            candidates.Count(one => one.Priority == CandidatePriority.Critical && profile.Any(file => file.Item == one.Item)) <= Math.Max(1, profile.Count() / 10));
    });

    private static bool IsSentence(string text) => text.Length > 1 && char.IsUpper(text[0]) && text[^1] == '.';

    private static IEnumerable<(ItemKey, CandidatePriority)> Ranks(ScoredFile[] files) => Of(files).Select(one => (one.Item, one.Priority));

    private static IReadOnlyList<UpgradeCandidate> Of(ScoredFile[] files) => UpgradeCandidates.Of(Bookcase.Library(files), hasWorkingIndexer: true);

    private static void Check<T>(Gen<T> cases, Func<T, bool> holds) => Prop.ForAll(cases.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
