using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ArrFunctions.Ops.Configuration;

/// <summary>Reads <c>config.yaml</c>: mappings, sequences and scalars; no anchors, aliases or tags, so that a file means what it shows.</summary>
internal sealed class YamlFile
{
    public const int MaxBytes = 1024 * 1024;
    private const int MaxDepth = 16;

    private readonly string path;
    private readonly Parser parser;
    private readonly IReadOnlyDictionary<string, string> variables;
    private readonly Findings findings;
    private readonly LookUps? allowed;
    private readonly List<SettingEntry> entries = [];

    private YamlFile(string path, string text, IReadOnlyDictionary<string, string> variables, LookUps? allowed, Findings findings)
    {
        (this.path, this.variables, this.allowed, this.findings) = (path, variables, allowed, findings);
        parser = new Parser(new StringReader(text));
    }

    /// <param name="variables">What <c>${NAME}</c> stands for.</param>
    /// <param name="findings">Gets what is wrong with the file.</param>
    public static IReadOnlyList<SettingEntry> Read(string path, IReadOnlyDictionary<string, string> variables, Findings findings)
    {
        if (SmallFile.TryRead(path, MaxBytes, out var fault) is { } text)
        {
            return Read(path, text, variables, allowed: null, findings);
        }

        findings.Refuse("unreadableFile", $"The configuration file {path} cannot be read: {fault}.");
        return [];
    }

    /// <summary>The texts of a file without what their variables hold.</summary>
    public static IReadOnlyList<SettingEntry> ReadAsWritten(string path) => SmallFile.TryRead(path, MaxBytes, out _) is { } text
        ? Read(path, text.Replace("$", "$$", StringComparison.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal), allowed: null, new())
        : [];

    /// <param name="name">What the text is called; its path, if it is a file.</param>
    /// <param name="text">YAML, of which JSON is a part.</param>
    /// <param name="variables">What <c>${NAME}</c> stands for.</param>
    /// <param name="allowed">Which variables and files it may use; null: all.</param>
    /// <param name="findings">Gets what is wrong with it.</param>
    public static IReadOnlyList<SettingEntry> Read(string name, string text, IReadOnlyDictionary<string, string> variables, LookUps? allowed, Findings findings)
    {
        var file = new YamlFile(name, text, variables, allowed, findings);
        try
        {
            file.ReadDocument();
            return file.entries;
        }
        catch (YamlException wrong)
        {
            file.Tell(wrong.Start, wrong.Message);
        }
        catch (InvalidOperationException)
        {
            // YamlDotNet 16.3 has no message for some broken scalars, such as one with a NUL.
            file.Tell(file.parser.Current?.End ?? Mark.Empty, "What follows is not YAML.");
        }

        return [];
    }

    private void ReadDocument()
    {
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
        {
            return;
        }

        ReadNode(key: "", depth: 0);
        parser.Consume<DocumentEnd>();
        if (parser.TryConsume<DocumentStart>(out var second))
        {
            throw Wrong(second, "A second document begins here. Write all settings in one.");
        }
    }

    private void ReadNode(string key, int depth)
    {
        var node = parser.Consume<ParsingEvent>();
        if (node is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
        {
            throw Wrong(node, "Anchors and aliases (& and *) are not read. Write the value out, or put it into quotes.");
        }

        if (node is NodeEvent { Tag.IsEmpty: false })
        {
            throw Wrong(node, "Tags (!) are not read. Put a value that begins with ! into quotes.");
        }

        if (depth > MaxDepth)
        {
            throw Wrong(node, $"Lists and mappings are nested more than {MaxDepth} deep.");
        }

        switch (node)
        {
            case MappingStart:
                ReadMapping(node, key, depth);
                break;
            case SequenceStart:
                ReadSequence(node, key, depth);
                break;
            case Scalar when key.Length == 0:
                if (!IsNull((Scalar)node))
                {
                    throw Wrong(node, "The file does not begin with a section, such as \"Audio:\".");
                }

                break;
            case Scalar scalar:
                Add(scalar, key, IsNull(scalar) ? "" : Expand(scalar, key));
                break;
        }
    }

    private void ReadMapping(ParsingEvent start, string parent, int depth)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (!parser.TryConsume<Scalar>(out var name) || !name.Anchor.IsEmpty || !name.Tag.IsEmpty || name.Value.Length == 0)
            {
                throw Wrong(parser.Current!, "A name of a setting is expected here.");
            }

            if (!names.Add(name.Value))
            {
                throw Wrong(name, $"{Join(parent, name.Value)} stands here a second time. Names differ by more than case.");
            }

            ReadNode(Join(parent, name.Value), depth + 1);
        }

        if (names.Count == 0 && parent.Length > 0)
        {
            Add(start, parent, "");
        }
    }

    private void ReadSequence(ParsingEvent start, string key, int depth)
    {
        if (key.Length == 0)
        {
            throw Wrong(start, "The file does not begin with a section, such as \"Audio:\".");
        }

        var place = 0;
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            ReadNode(string.Create(CultureInfo.InvariantCulture, $"{key}:{place++}"), depth + 1);
        }

        if (place == 0)
        {
            Add(start, key, "");
        }
    }

    private void Add(ParsingEvent node, string key, string? text) =>
        entries.Add(new(SettingSource.File, key, string.Create(CultureInfo.InvariantCulture, $"{path}, line {node.Start.Line}"), text) { Line = node.Start.Line, Column = node.Start.Column });

    private string? Expand(Scalar scalar, string key)
    {
        if (allowed?.Includes(key, scalar.Value) is false)
        {
            findings.Refuse(
                "notLookedUp",
                string.Create(CultureInfo.InvariantCulture, $"{path}, line {scalar.Start.Line}, column {scalar.Start.Column}: {LookUps.Objection}"),
                new SettingEntry(SettingSource.File, key, path, Text: null) { Line = scalar.Start.Line, Column = scalar.Start.Column });
            return null;
        }

        var expanded = Variables.TryExpand(scalar.Value, variables, out var fault);
        if (expanded is null)
        {
            Tell(scalar.Start, fault!);
        }

        return expanded;
    }

    private void Tell(Mark place, string message) =>
        findings.Refuse("notReadable", string.Create(CultureInfo.InvariantCulture, $"{path}, line {place.Line}, column {place.Column}: {message}"), place);

    private static bool IsNull(Scalar scalar) => scalar is { Style: ScalarStyle.Plain, Value: "" or "~" or "null" or "Null" or "NULL" };

    private static string Join(string parent, string name) => parent.Length == 0 ? name : $"{parent}:{name}";

    private static YamlException Wrong(ParsingEvent node, string message) => new(node.Start, node.End, message);
}
