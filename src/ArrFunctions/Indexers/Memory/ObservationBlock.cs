using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ArrFunctions.Indexers.Memory;

/// <summary>The observations of six hours, packed into as few rows as hold them: the same ones give the same rows, in whatever order they came.</summary>
/// <remarks>
/// A part is a JSON array. A question that was answered is three numbers: seconds since the observation before (the first: since the six hours began),
/// milliseconds, how much larger its id in the history is than the last one. Any other is an array: these seconds, source and outcome as two letters
/// and, as far as they are known, milliseconds, id, class and reason: <c>[1812,340,88123,[28,"tf",null,null,"timeout","…"]]</c>.
/// </remarks>
internal static class ObservationBlock
{
    /// <summary>Of one row. A reason of 200 characters has at most 1,200 bytes, so this stays below the limit of a row.</summary>
    public const int MostInPart = 200;

    public static readonly TimeSpan Length = TimeSpan.FromHours(6);

    private const int LongestReason = 200;

    private const string Sources = "qshwtf";

    private const string Outcomes = "ofux";

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What is known and what is new of it, the oldest first; of two that are the same the known one stays.</summary>
    public static List<Observation> Merge(IEnumerable<Observation> known, IEnumerable<Observation> added) =>
        [.. known.Concat(added.Select(Kept)).DistinctBy(Identity).OrderBy(seen => seen.Time).ThenBy(seen => seen.HistoryId).ThenBy(seen => seen.Source).ThenBy(seen => seen.Outcome)];

    /// <summary>Where the block of a time begins.</summary>
    public static DateTimeOffset Of(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % Length.Ticks), TimeSpan.Zero);

    /// <summary>The rows of a block, the oldest observations first.</summary>
    public static IEnumerable<string> Write(IEnumerable<Observation> observations) => observations.Chunk(MostInPart).Select(WritePart);

    public static List<Observation> Read(DateTimeOffset block, string part)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(part));
        var observations = new List<Observation>();
        var (time, id) = (block, 0);
        reader.Read();
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            var seen = reader.TokenType is JsonTokenType.Number ? ReadAnswered(ref reader, time, id) : ReadOne(ref reader, time, id);
            observations.Add(seen);
            (time, id) = (seen.Time, seen.HistoryId ?? id);
        }

        return observations;
    }

    private static Observation Kept(Observation seen) => seen with
    {
        Time = seen.Time.ToSecond(),
        Reason = string.IsNullOrWhiteSpace(seen.Reason) ? null : Cut(seen.Reason),
    };

    private static string Cut(string reason) =>
        reason.Length <= LongestReason ? reason : reason[..(char.IsHighSurrogate(reason[LongestReason - 2]) ? LongestReason - 2 : LongestReason - 1)] + "…";

    private static (int?, DateTimeOffset, ObservationSource, ObservationOutcome) Identity(Observation seen) =>
        seen.HistoryId is { } id ? (id, default, default, default) : (null, seen.Time, seen.Source, seen.Outcome);

    private static string WritePart(Observation[] observations)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Writing))
        {
            writer.WriteStartArray();
            var (time, id) = (Of(observations[0].Time), 0);
            foreach (var seen in observations)
            {
                WriteOne(writer, seen, time, id);
                (time, id) = (seen.Time, seen.HistoryId ?? id);
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteOne(Utf8JsonWriter writer, Observation seen, DateTimeOffset before, int idBefore)
    {
        var seconds = (int)(seen.Time - before).TotalSeconds;
        if (seen is { Source: ObservationSource.Query, Outcome: ObservationOutcome.Ok, ResponseMilliseconds: { } milliseconds, HistoryId: { } id, Class: null, Reason: null })
        {
            writer.WriteNumberValue(seconds);
            writer.WriteNumberValue(milliseconds);
            writer.WriteNumberValue(id - idBefore);
            return;
        }

        writer.WriteStartArray();
        writer.WriteNumberValue(seconds);
        writer.WriteStringValue([Sources[(int)seen.Source], Outcomes[(int)seen.Outcome]]);
        var last = seen switch { { Reason: not null } => 4, { Class: not null } => 3, { HistoryId: not null } => 2, { ResponseMilliseconds: not null } => 1, _ => 0 };
        if (last >= 1)
        {
            WriteNumber(writer, seen.ResponseMilliseconds);
        }

        if (last >= 2)
        {
            WriteNumber(writer, seen.HistoryId - idBefore);
        }

        if (last >= 3)
        {
            writer.WriteStringValue(seen.Class is { } failure ? FailureNames.Of(failure) : null);
        }

        if (last >= 4)
        {
            writer.WriteStringValue(seen.Reason);
        }

        writer.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter writer, int? number)
    {
        if (number is { } value)
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private static Observation ReadAnswered(ref Utf8JsonReader reader, DateTimeOffset before, int idBefore)
    {
        var time = before.AddSeconds(reader.GetInt32());
        reader.Read();
        var milliseconds = reader.GetInt32();
        reader.Read();
        var id = idBefore + reader.GetInt32();
        return new() { Time = time, Source = ObservationSource.Query, Outcome = ObservationOutcome.Ok, ResponseMilliseconds = milliseconds, HistoryId = id };
    }

    private static Observation ReadOne(ref Utf8JsonReader reader, DateTimeOffset before, int idBefore)
    {
        reader.Read();
        var time = before.AddSeconds(reader.GetInt32());
        reader.Read();
        var kind = reader.GetString()!;
        reader.Read();
        int? milliseconds = null;
        int? id = null;
        FailureClass? failure = null;
        string? reason = null;
        for (var member = 0; reader.TokenType is not JsonTokenType.EndArray; member++, reader.Read())
        {
            switch (member)
            {
                case var _ when reader.TokenType is JsonTokenType.Null: break;
                case 0: milliseconds = reader.GetInt32(); break;
                case 1: id = idBefore + reader.GetInt32(); break;
                case 2: failure = FailureNames.Parse(reader.GetString()!); break;
                default: reason = reader.GetString(); break;
            }
        }

        return new()
        {
            Time = time,
            Source = (ObservationSource)Sources.IndexOf(kind[0], StringComparison.Ordinal),
            Outcome = (ObservationOutcome)Outcomes.IndexOf(kind[1], StringComparison.Ordinal),
            ResponseMilliseconds = milliseconds,
            HistoryId = id,
            Class = failure,
            Reason = reason,
        };
    }
}
