using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ArrFunctions.Indexers;

/// <summary>The observations of one hour, packed into as few rows as hold them: the same ones give the same rows, in whatever order they came.</summary>
/// <remarks>
/// A part is a JSON array with an array for each observation: second of the hour, source and outcome as two letters, then, as far as they are known,
/// milliseconds, id in the history, class and reason: <c>[[1812,"qo",340,88123],[1840,"tf",null,null,"timeout","…"]]</c>.
/// </remarks>
internal static class ObservationHour
{
    /// <summary>Of one row. A reason of 200 characters has at most 1,200 bytes, so this stays below the limit of a row.</summary>
    public const int MostInPart = 200;

    private const int LongestReason = 200;

    private const string Sources = "qshwtf";

    private const string Outcomes = "ofux";

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What is known and what is new of it, the oldest first; of two that are the same the known one stays.</summary>
    public static List<Observation> Merge(IEnumerable<Observation> known, IEnumerable<Observation> added) =>
        [.. known.Concat(added.Select(Kept)).DistinctBy(Identity).OrderBy(seen => seen.Time).ThenBy(seen => seen.HistoryId).ThenBy(seen => seen.Source).ThenBy(seen => seen.Outcome)];

    /// <summary>The rows of an hour, the oldest observations first.</summary>
    public static IEnumerable<string> Write(IEnumerable<Observation> observations) => observations.Chunk(MostInPart).Select(WritePart);

    public static List<Observation> Read(DateTimeOffset hour, string part)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(part));
        var observations = new List<Observation>();
        reader.Read();
        while (reader.Read() && reader.TokenType is JsonTokenType.StartArray)
        {
            observations.Add(ReadOne(ref reader, hour));
        }

        return observations;
    }

    private static Observation Kept(Observation seen) => seen with
    {
        Time = new DateTimeOffset(seen.Time.UtcTicks - (seen.Time.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero),
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
            foreach (var seen in observations)
            {
                WriteOne(writer, seen);
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteOne(Utf8JsonWriter writer, Observation seen)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue((int)(seen.Time.UtcTicks % TimeSpan.TicksPerHour / TimeSpan.TicksPerSecond));
        writer.WriteStringValue([Sources[(int)seen.Source], Outcomes[(int)seen.Outcome]]);
        var last = seen switch { { Reason: not null } => 4, { Class: not null } => 3, { HistoryId: not null } => 2, { ResponseMilliseconds: not null } => 1, _ => 0 };
        if (last >= 1)
        {
            WriteNumber(writer, seen.ResponseMilliseconds);
        }

        if (last >= 2)
        {
            WriteNumber(writer, seen.HistoryId);
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

    private static Observation ReadOne(ref Utf8JsonReader reader, DateTimeOffset hour)
    {
        reader.Read();
        var time = hour.AddSeconds(reader.GetInt32());
        reader.Read();
        var kind = reader.GetString()!;
        var seen = new Observation
        {
            Time = time,
            Source = (ObservationSource)Sources.IndexOf(kind[0], StringComparison.Ordinal),
            Outcome = (ObservationOutcome)Outcomes.IndexOf(kind[1], StringComparison.Ordinal),
        };
        for (var member = 0; reader.Read() && reader.TokenType is not JsonTokenType.EndArray; member++)
        {
            seen = (member, reader.TokenType) switch
            {
                (_, JsonTokenType.Null) => seen,
                (0, _) => seen with { ResponseMilliseconds = reader.GetInt32() },
                (1, _) => seen with { HistoryId = reader.GetInt32() },
                (2, _) => seen with { Class = FailureNames.Parse(reader.GetString()!) },
                _ => seen with { Reason = reader.GetString() },
            };
        }

        return seen;
    }
}
