using System.Text.Json;
using ArrFunctions.Library.Analysis;
using ArrFunctions.Library.Artifacts;

namespace ArrFunctions.Library.Report.Tables;

/// <summary>The data of the tables, as the script of the page reads them: arrays, and numbers for what many rows share.</summary>
internal sealed class ReportData
{
    private readonly ExportContent _content;
    private readonly Utf8JsonWriter _json;
    private readonly SharedTexts _texts = new();
    private readonly Numbering _profiles;
    private readonly Numbering _formats;
    private readonly FileMarks _marks;

    private ReportData(ExportContent content, Utf8JsonWriter json)
    {
        _content = content;
        _json = json;
        _profiles = new(content.Profiles.Keys.Order());
        _formats = new(content.Formats.Keys.Order());
        _marks = FileMarks.Of(content.Analysis);
    }

    public static async Task WriteAsync(ExportContent content, Stream stream, CancellationToken cancellationToken)
    {
        await using Utf8JsonWriter json = ReportJson.To(stream);
        await new ReportData(content, json).WriteAsync(cancellationToken);
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        _json.WriteStartObject();
        _json.WriteString("instance", _content.Analysis.Instance);
        await WriteTitlesAsync(cancellationToken);
        _texts.WriteAll(_json);
        WriteProfiles();
        WriteNames("formats", _formats.Ids.Select(id => _content.Formats.TryGetValue(id, out ScoredFormat? format) ? format.Name : $"format {id}"));
        WriteNames("categories", Enum.GetValues<FileCategory>().Select(category => Say.Kind(category)));
        WriteNames("priorities", Enum.GetValues<CandidatePriority>().Select(priority => Say.Kind(priority)));
        _json.WriteStartObject("tables");
        foreach (IReportTable table in ReportTables.WithData(_content.Analysis).Where(table => table.HasRows))
        {
            await table.WriteAsync(_json, cancellationToken);
        }

        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    /// <summary>[title, year, profile, monitored, files]: files of one title come one after the other.</summary>
    private async Task WriteTitlesAsync(CancellationToken cancellationToken)
    {
        LibraryTitle? title = null;
        _json.WriteStartArray("titles");
        await foreach (LibraryRow row in _content.Rows(cancellationToken).WithCancellation(cancellationToken))
        {
            if (row.Title.Id != title?.Id)
            {
                EndTitle(title);
                title = row.Title;
                _json.WriteStartArray();
                _json.WriteStringValue(title.Title);
                _json.WriteNumberValue(title.Year ?? 0);
                _json.WriteNumberValue(_profiles.Of(title.ProfileId));
                _json.WriteNumberValue(title.IsMonitored ? 1 : 0);
                _json.WriteStartArray();
            }

            WriteFile(row);
            await _json.FlushWhenFullAsync(cancellationToken);
        }

        EndTitle(title);
        _json.WriteEndArray();
    }

    private void EndTitle(LibraryTitle? title)
    {
        if (title is not null)
        {
            _json.WriteEndArray();
            _json.WriteEndArray();
        }
    }

    /// <summary>
    /// [score, size, quality, formats, below cutoff, day added, day changed, category, season, episode, last episode, release group, edition, languages,
    /// media, candidate]; what is missing at the end is left out.
    /// </summary>
    private void WriteFile(LibraryRow row)
    {
        LibraryFile file = row.File;
        LibraryEpisode? first = file.Episodes is [var episode, ..] ? episode : null;
        (FileCategory? category, UpgradeCandidate? candidate) = _marks.For(row.Item);
        _json.WriteStartArray();
        _json.WriteNumberValue(file.Score);
        _json.WriteNumberValue(file.Size);
        _texts.Write(_json, file.Quality);
        _json.WriteStartArray();
        foreach (int format in file.Formats)
        {
            _json.WriteNumberValue(_formats.Of(format));
        }

        _json.WriteEndArray();
        _json.WriteNumberValue(file.QualityCutoffNotMet ? 1 : 0);
        _json.WriteNumberValue(DayOf(file.Added));
        _json.WriteNumberValue(DayOf(file.Changed));
        _json.WriteNumberValue((int?)category ?? -1);
        _json.WriteNumberValue(first?.Season ?? -1);
        _json.WriteNumberValue(first?.Number ?? 0);
        _json.WriteNumberValue(first is null ? 0 : file.Episodes[^1].Number);
        _texts.Write(_json, file.ReleaseGroup);
        _texts.Write(_json, file.Edition);
        _texts.Write(_json, string.Join(", ", file.Languages));
        WriteMedia(file.Media);
        WriteCandidate(candidate);
        _json.WriteEndArray();
    }

    /// <summary>[video codec, resolution, dynamic range, audio codec, channels, audio languages, seconds], or 0.</summary>
    private void WriteMedia(LibraryMedia? media)
    {
        if (media is null)
        {
            _json.WriteNumberValue(0);
            return;
        }

        _json.WriteStartArray();
        _texts.Write(_json, media.VideoCodec);
        _texts.Write(_json, media.Resolution);
        _texts.Write(_json, media.DynamicRange);
        _texts.Write(_json, media.AudioCodec);
        _json.WriteNumberValue(media.AudioChannels ?? 0);
        _texts.Write(_json, media.AudioLanguages);
        _json.WriteNumberValue(media.Runtime ?? 0);
        _json.WriteEndArray();
    }

    /// <summary>[rank, priority, gain, what is in the way, reason, recommendation, worst format and its points].</summary>
    private void WriteCandidate(UpgradeCandidate? candidate)
    {
        if (candidate is null)
        {
            return;
        }

        _json.WriteStartArray();
        _json.WriteNumberValue(candidate.Rank);
        _json.WriteNumberValue((int)candidate.Priority - 1);
        _json.WriteNumberValue(candidate.Gain);
        _texts.Write(_json, ReportTables.Blocks(candidate));
        _texts.Write(_json, candidate.Reason);
        _texts.Write(_json, candidate.Recommendation);
        if (candidate.WorstFormat is { } worst)
        {
            _json.WriteNumberValue(_formats.Of(worst.Id));
            _json.WriteNumberValue(worst.Score);
        }

        _json.WriteEndArray();
    }

    /// <summary>[name, cutoff, minimum, [format, points, format, points, ...]].</summary>
    private void WriteProfiles()
    {
        _json.WriteStartArray("profiles");
        foreach (int id in _profiles.Ids)
        {
            ScoreProfile? profile = _content.Profiles.GetValueOrDefault(id);
            _json.WriteStartArray();
            _json.WriteStringValue(profile?.Name ?? $"profile {id}");
            _json.WriteNumberValue(profile?.CutoffScore ?? 0);
            _json.WriteNumberValue(profile?.MinScore ?? 0);
            _json.WriteStartArray();
            foreach ((int format, int points) in profile?.Scores.OrderBy(score => score.Key) ?? Enumerable.Empty<KeyValuePair<int, int>>())
            {
                _json.WriteNumberValue(_formats.Of(format));
                _json.WriteNumberValue(points);
            }

            _json.WriteEndArray();
            _json.WriteEndArray();
        }

        _json.WriteEndArray();
    }

    private void WriteNames(string property, IEnumerable<string> names)
    {
        _json.WriteStartArray(property);
        foreach (string name in names)
        {
            _json.WriteStringValue(name);
        }

        _json.WriteEndArray();
    }

    private static int DayOf(DateTimeOffset time) => (int)Math.Max(0, (time - DateTimeOffset.UnixEpoch).TotalDays);
}
