using System.Text.Json;
using ArrFunctions.Audio.Rewrites;

namespace ArrFunctions.Audio;

/// <summary>A new file as programs see it.</summary>
/// <param name="Tool">What wrote it: mkvpropedit, mkvmerge, ffmpeg.</param>
/// <param name="SizeBefore">In bytes.</param>
/// <param name="SizeAfter">In bytes.</param>
/// <param name="OriginalKeptUntil">Null where the original is not kept.</param>
internal sealed record RewriteJson(string Tool, long SizeBefore, long SizeAfter, DateTimeOffset? OriginalKeptUntil)
{
    public static RewriteJson Of(RewriteRecord record) =>
        new(JsonNamingPolicy.CamelCase.ConvertName(record.Tool.ToString()), record.Size, record.NewSize, record.KeptUntil);
}
