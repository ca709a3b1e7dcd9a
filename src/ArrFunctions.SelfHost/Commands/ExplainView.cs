using System.Globalization;
using ArrFunctions.Audio;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ArrFunctions.SelfHost.Commands;

/// <summary>An explanation for people: where the choice comes from, the tracks with their scores, why each has its own, and the choice.</summary>
internal static class ExplainView
{
    private static readonly Style Quiet = new(Color.Grey);

    public static void Write(Terminal terminal, AudioExplanation told)
    {
        terminal.Line($"{told.Path} ({told.Format})");
        terminal.Write(Origins(told));
        terminal.Write(TrackTable.Of(told.Selection));
        terminal.Write(Reasons(told.Selection));
        terminal.Line(Choice(told.Selection));
        if (told.Advice.Skip is { } reason)
        {
            terminal.Line(told.Advice.IsForNow ? "Left alone for now: " : "Left alone: ", Color.Yellow, $"{reason}.");
        }
    }

    private static Grid Origins(AudioExplanation told)
    {
        var (original, rule) = (told.Advice.Original, told.Advice.Rule);
        return Pairs(
            ("Original language", Printable(original.Language is { } language ? $"{language.EnglishName}: {original.Explanation}" : $"unknown: {original.Explanation}")),
            ("Rule", Printable(rule is null ? "none, the section Audio holds" : $"{rule.Name} ({string.Join(", ", rule.Conditions)})")));
    }

    private static Grid Reasons(TrackSelection selection) =>
        Pairs([.. selection.Judgements.Select(judgement => ($"Track {judgement.Track.Position + 1}", Reason(judgement)))]);

    private static IRenderable Reason(TrackJudgement judgement)
    {
        var reason = Printable(judgement.Reason);
        return judgement.Rank is null ? reason : new Rows(reason, new Text(Terminal.Printable($"{judgement.Score} = {Sum(judgement.Parts)}"), Quiet));
    }

    private static string Sum(IReadOnlyList<ScorePart> parts) => string.Join(", ", parts.Select((part, place) =>
        string.Create(CultureInfo.InvariantCulture, $"{(place > 0 && part.Points > 0 ? "+" : "")}{part.Points} {part.Name}")));

    private static string Choice(TrackSelection selection) => selection switch
    {
        { Chosen: null } => $"No track is chosen: {selection.Reason}.",
        { IsAlreadyCorrect: true, Chosen: var chosen } => $"Track {chosen.Position + 1} is the only default one already: {selection.Reason}.",
        { Chosen: var chosen } => $"Track {chosen.Position + 1} should be the only default one: {selection.Reason}.",
    };

    private static Grid Pairs(params IEnumerable<(string Name, IRenderable Content)> pairs)
    {
        var grid = new Grid().AddColumn(new GridColumn { NoWrap = true }).AddColumn();
        foreach (var (name, content) in pairs)
        {
            grid.AddRow(new Text(name, Quiet), content);
        }

        return grid;
    }

    private static Text Printable(string text) => new(Terminal.Printable(text));
}
