using ArrFunctions.Ops.OpenApi;

namespace ArrFunctions.Library.Search;

internal static class SearchOperations
{
    public static Operation Search() => new Operation("searchUpgrade", "Searches for the best upgrade candidate of each instance that may now, or tells what it would search for")
        .MayTake(SearchBodyJson.Default.SearchBody, """{"instance": "radarr", "dryRun": true, "limit": 5}""")
        .Answers(200, SearchJson.Default.SearchReport)
        .Fails(400, "bodyMalformed", "limit")
        .Fails(404, "unknownInstance")
        .Fails(409, "dryRun");

    public static Operation List() => new Operation("listSearches", "What was searched for, newest first, and what came of it")
        .Path("instance", "Name of a Sonarr or Radarr.", "radarr")
        .Paged()
        .Answers(200, SearchJson.Default.SearchPage)
        .Fails(404, "unknownInstance");
}
