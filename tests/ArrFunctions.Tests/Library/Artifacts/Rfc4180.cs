using System.Text;

namespace ArrFunctions.Tests.Library.Artifacts;

/// <summary>A reader of CSV that knows RFC 4180 and nothing else; what is not in it is refused.</summary>
internal static class Rfc4180
{
    public static List<string[]> Read(string text)
    {
        List<string[]> records = [];
        for (var at = 0; at < text.Length;)
        {
            List<string> fields = [];
            do
            {
                fields.Add(at < text.Length && text[at] is '"' ? Quoted(text, ref at) : Bare(text, ref at));
            }
            while (at < text.Length && text[at] is ',' && ++at > 0);

            if (at + 1 >= text.Length || text[at] is not '\r' || text[at + 1] is not '\n')
            {
                throw new FormatException($"A record does not end with CRLF at {at}.");
            }

            at += 2;
            records.Add([.. fields]);
        }

        return records.Any(record => record.Length != records[0].Length) ? throw new FormatException("The records differ in length.") : records;
    }

    private static string Quoted(string text, ref int at)
    {
        var field = new StringBuilder();
        for (at++; ; at++)
        {
            if (at >= text.Length)
            {
                throw new FormatException("A quote is open.");
            }

            if (text[at] is '"' && (++at >= text.Length || text[at] is not '"'))
            {
                return field.ToString();
            }

            field.Append(text[at]);
        }
    }

    private static string Bare(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && text[at] is not ',' and not '\r')
        {
            if (text[at] is '"' or '\n')
            {
                throw new FormatException($"A field without quotes has a quote or a line break at {at}.");
            }

            at++;
        }

        return text[start..at];
    }
}
