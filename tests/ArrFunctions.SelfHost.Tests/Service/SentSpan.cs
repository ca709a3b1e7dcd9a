using System.Text;

namespace ArrFunctions.SelfHost.Tests.Service;

/// <summary>A span as it was sent: read out of the protobuf of <c>ExportTraceServiceRequest</c> by the numbers of its fields.</summary>
internal sealed record SentSpan(string TraceId, string SpanId, string ParentId, string Name, IReadOnlyDictionary<string, string> Tags, IReadOnlyList<string> LinkedSpans)
{
    public static IEnumerable<SentSpan> Read(byte[] request) =>
        from resource in Fields(request, 1)
        from scope in Fields(resource, 2)
        from span in Fields(scope, 2)
        select new SentSpan(
            Hex(span, 1),
            Hex(span, 2),
            Hex(span, 4),
            Text(span, 5),
            Fields(span, 9).ToDictionary(tag => Text(tag, 1), tag => Text(Fields(tag, 2).Single(), 1), StringComparer.Ordinal),
            [.. Fields(span, 13).Select(link => Hex(link, 2))]);

    private static string Hex(byte[] message, int number) => Convert.ToHexStringLower(Fields(message, number).FirstOrDefault() ?? []);

    internal static string Text(byte[] message, int number) => Encoding.UTF8.GetString(Fields(message, number).FirstOrDefault() ?? []);

    /// <summary>The fields of one number that have a length.</summary>
    internal static IEnumerable<byte[]> Fields(byte[] message, int wanted)
    {
        var at = 0;
        while (at < message.Length)
        {
            var tag = Number(message, ref at);
            var length = (tag & 7) switch
            {
                0 => Skip(message, at),
                1 => 8,
                2 => (int)Number(message, ref at),
                5 => 4,
                var kind => throw new InvalidDataException($"No protobuf: wire type {kind}."),
            };
            if ((tag & 7) == 2 && (int)(tag >> 3) == wanted)
            {
                yield return message[at..(at + length)];
            }

            at += length;
        }
    }

    private static int Skip(byte[] message, int at)
    {
        var start = at;
        Number(message, ref at);
        return at - start;
    }

    private static ulong Number(byte[] message, ref int at)
    {
        var (value, shift) = (0UL, 0);
        byte next;
        do
        {
            next = message[at++];
            value |= (ulong)(next & 0x7f) << shift;
            shift += 7;
        }
        while (next >= 0x80);
        return value;
    }
}
