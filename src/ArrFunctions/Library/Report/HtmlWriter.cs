using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;

namespace ArrFunctions.Library.Report;

/// <summary>Writes markup: what stands in the holes of its templates is escaped, so that no text becomes markup.</summary>
internal sealed class HtmlWriter(Stream stream)
{
    private readonly StringBuilder _pending = new();

    [SuppressMessage("Performance", "CA1822", Justification = "The template is handed this writer, and has written by now.")]
    [SuppressMessage("Style", "IDE0060", Justification = "The template is handed this writer, and has written by now.")]
    public void Write([InterpolatedStringHandlerArgument("")] Template template)
    {
    }

    /// <summary>Markup of the report itself, never a text that comes from outside.</summary>
    public void Markup(string markup) => _pending.Append(markup);

    public void Text(string? text)
    {
        foreach (Rune rune in (text ?? "").EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '<':
                    _pending.Append("&lt;");
                    break;
                case '>':
                    _pending.Append("&gt;");
                    break;
                case '&':
                    _pending.Append("&amp;");
                    break;
                case '"':
                    _pending.Append("&quot;");
                    break;
                case '\'':
                    _pending.Append("&#39;");
                    break;
                default:
                    _pending.Append(IsOfXml(rune) ? rune : Rune.ReplacementChar);
                    break;
            }
        }
    }

    /// <summary>Hands on what is written so far.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(_pending.ToString());
        _pending.Clear();
        await stream.WriteAsync(bytes, cancellationToken);
    }

    private static bool IsOfXml(Rune rune) =>
        rune.Value is '\t' or '\n' or '\r' or (>= ' ' and < 0x7F) or (>= 0xA0 and not 0xFFFE and not 0xFFFF);

    /// <summary>A template with its holes.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Template
    {
        private readonly HtmlWriter _html;

        public Template(int literalLength, int formattedCount, HtmlWriter html)
        {
            _html = html;
            html._pending.EnsureCapacity(html._pending.Length + literalLength + (formattedCount * 8));
        }

        public void AppendLiteral(string markup) => _html.Markup(markup);

        public void AppendFormatted(string? text) => _html.Text(text);

        public void AppendFormatted(int number) => _html._pending.Append(Say.Plain(number));

        public void AppendFormatted(double number) => _html._pending.Append(Say.Plain(number));
    }
}
