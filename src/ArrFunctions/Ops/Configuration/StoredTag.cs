namespace ArrFunctions.Ops.Configuration;

/// <summary>The ETag of the stored values, as HTTP writes it.</summary>
internal static class StoredTag
{
    public static string Of(StoredValues values) => $"\"{Uri.EscapeDataString(values.ETag ?? "none")}\"";
}
