using System.Text.Json;

namespace ArrFunctions.Demo.Servarr.Scores;

/// <summary>A quality profile as the API tells it (<c>GET qualityprofile</c>).</summary>
internal static class ProfileJson
{
    public static void Write(Utf8JsonWriter json, FakeLibrary library, QualityProfile profile)
    {
        json.WriteStartObject();
        json.WriteString("name", profile.Name);
        json.WriteBoolean("upgradeAllowed", profile.UpgradeAllowed);
        json.WriteNumber("cutoff", profile.Cutoff);
        json.WriteStartArray("items");
        foreach (var rank in library.Qualities.Ranks)
        {
            WriteRank(json, library.App, rank, !profile.Refused.Contains(rank.Id));
        }

        json.WriteEndArray();
        json.WriteNumber("minFormatScore", profile.MinFormatScore);
        json.WriteNumber("cutoffFormatScore", profile.CutoffFormatScore);
        if (profile.MinUpgradeFormatScore is { } step)
        {
            json.WriteNumber("minUpgradeFormatScore", step);
        }

        WriteScores(json, library, profile);
        if (library.App == ServarrApp.Radarr)
        {
            json.WriteLanguage("language", -2, "Original");
        }

        json.WriteNumber("id", profile.Id);
        json.WriteEndObject();
    }

    private static void WriteRank(Utf8JsonWriter json, ServarrApp app, QualityRank rank, bool isAllowed)
    {
        json.WriteStartObject();
        if (rank.Group is null)
        {
            json.WriteQuality(app, rank.Members[0]);
        }
        else
        {
            json.WriteString("name", rank.Group);
        }

        json.WriteStartArray("items");
        foreach (var member in rank.Group is null ? [] : rank.Members)
        {
            WriteRank(json, app, member, isAllowed);
        }

        json.WriteEndArray();
        json.WriteBoolean("allowed", isAllowed);
        if (rank.Group is not null)
        {
            json.WriteNumber("id", rank.Id);
        }

        json.WriteEndObject();
    }

    /// <summary>A profile names every format of the application, the newest first.</summary>
    private static void WriteScores(Utf8JsonWriter json, FakeLibrary library, QualityProfile profile)
    {
        json.WriteStartArray("formatItems");
        foreach (var format in library.Formats.All.Reverse())
        {
            json.WriteStartObject();
            json.WriteNumber("format", format.Id);
            json.WriteString("name", format.Name);
            json.WriteNumber("score", profile.Scores.GetValueOrDefault(format.Id));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
