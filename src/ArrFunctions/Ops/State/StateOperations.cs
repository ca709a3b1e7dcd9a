using ArrFunctions.Ops.OpenApi;

namespace ArrFunctions.Ops.State;

internal static class StateOperations
{
    public static Operation Show() => new Operation("getState", "The tables that have rows, and the import that has begun and not ended").Answers(200, StateJson.Plain.StateView);

    public static Operation Read() => new Operation("readTable", "The next rows of a table, as compressed lines of about 2 MiB")
        .Path("table", "Name of the table.", "Keys")
        .Query("after", "What the page before ended with; the first page without it.", ParameterKind.Text)
        .Answers(200, "application/gzip")
        .Fails(400, "cursor")
        .Fails(404, "noSuchTable");

    public static Operation Begin() => Of("beginImport", "Begins an import, or goes on with it; until it ends, no lane and no timer works")
        .Query("replace", "Also over an import that has not ended.", ParameterKind.Flag, true)
        .Answers(204)
        .Fails(400, "importId", "badRequest")
        .Fails(409, "importUnfinished");

    public static Operation Write() => Of("writeImport", "Writes a chunk of rows")
        .Header(StateEndpoints.DigestHeader, "sha-256 of the body (RFC 9530).", "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:", isRequired: true)
        .Takes("application/gzip")
        .Answers(200, StateJson.Plain.ChunkResult)
        .Fails(400, "chunkDamaged", "chunkMalformed")
        .Fails(409, "importNotBegun")
        .Fails(413, "bodyTooLarge");

    public static Operation End() => Of("endImport", "Ends the import").Answers(204).Fails(404, "importNotBegun");

    private static Operation Of(string id, string summary) => new Operation(id, summary).Path(
        "id", "SHA-256 of the state file.", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", ParameterKind.Matching("^[0-9a-f]{64}$"));
}
