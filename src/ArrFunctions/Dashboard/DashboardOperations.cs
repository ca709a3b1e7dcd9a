using ArrFunctions.Ops.OpenApi;

namespace ArrFunctions.Dashboard;

internal static class DashboardOperations
{
    public static Operation Page() => new Operation("getDashboard", "The dashboard")
        .Saying("The page holds nothing until somebody signs in. Behind a prefix without a slash at its end it is a redirect to the same with one.")
        .Answers(200, "text/html")
        .Answers(302);

    public static Operation Asset() => new Operation("getAsset", "A file of the dashboard")
        .Path("file", "As the page names it.", "index-3f2c9a7b.js")
        .Answers(200, "text/javascript", "text/css", "image/svg+xml", "application/manifest+json")
        .Fails(404, "assetNotFound");
}
