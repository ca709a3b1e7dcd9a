using System.Text.Json.Nodes;

namespace ArrFunctions.Library.Report.Charts;

/// <summary>What a part of a chart filters the table of files by, as the script of the page reads it.</summary>
internal static class FileFilter
{
    public static string Profile(string name) => new JsonObject { ["profile"] = name }.ToJsonString();

    public static string Format(string name) => new JsonObject { ["format"] = name }.ToJsonString();

    /// <summary>Both inclusive; null: without a limit.</summary>
    public static string Scores(int? from, int? to) => new JsonObject { ["from"] = from, ["to"] = to }.ToJsonString();
}
