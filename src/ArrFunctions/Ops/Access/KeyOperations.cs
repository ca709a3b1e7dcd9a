using ArrFunctions.Ops.OpenApi;

namespace ArrFunctions.Ops.Access;

internal static class KeyOperations
{
    public static Operation List() => new Operation("listKeys", "The keys, but never their text").Answers(200, KeyJson.Default.KeyList);

    public static Operation Create() => new Operation("createKey", "Makes a key, which is shown this once")
        .Takes(KeyJson.Default.NewKey, """{"name": "dashboard", "role": "read"}""", "name", "role")
        .Answers(201, KeyJson.Default.CreatedKey)
        .Fails(400, "bodyMalformed", "keyNameInvalid", "keyExpires", "keyInstance")
        .Fails(409, "keyNameTaken");

    public static Operation Rotate() => new Operation("rotateKey", "Gives a key a new text, which is shown this once")
        .Path("id", "Of the key, as the list tells it.", "3f2c9a7be41d05c86a17f9e2d4b8c053")
        .MayTake(KeyJson.Default.RotationRequest, """{"overlap": "1h"}""")
        .Answers(200, KeyJson.Default.CreatedKey)
        .Fails(400, "bodyMalformed")
        .Fails(404, "keyNotFound")
        .Fails(409, "keyReplaced", "keyExpired");

    public static Operation Delete() => new Operation("deleteKey", "Deletes a key")
        .Path("id", "Of the key, as the list tells it.", "3f2c9a7be41d05c86a17f9e2d4b8c053")
        .Answers(204)
        .Fails(404, "keyNotFound")
        .Fails(409, "lastAdminKey");
}
