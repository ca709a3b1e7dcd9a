namespace ArrFunctions.Ops.OpenApi;

internal static class OpenApiOperations
{
    public static Operation Health() => new Operation("getHealth", "That the program is there").Answers(200, "application/json");

    public static Operation Document() => new Operation("getApiDocument", "This document").Answers(200, "application/json");

    public static Operation Page() => new Operation("getApiPage", "A page that shows this document")
        .Saying("The page holds nothing; it asks for a key, which it does not keep, and fetches the document with it.")
        .Answers(200, "text/html");
}
