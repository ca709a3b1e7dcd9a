using System.Globalization;
using System.Text;
using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Setup.Takeover;

/// <summary>What is taken over as a <c>config.yaml</c> of ours: secrets are variables of the environment in it.</summary>
internal static class TakeoverYaml
{
    public static string Write(TakeoverPlan plan, IEnumerable<TakenSetting> taken)
    {
        var (root, variables) = (new Node(), new List<(string Variable, string From)>());
        foreach (var one in taken.Where(static one => one.State is TakenState.New))
        {
            foreach (var (key, texts) in one.Settings)
            {
                var known = SettingCatalogue.Find(key)!;
                if (known.Setting.IsSecret)
                {
                    var variable = Variable(one.Taken, key);
                    variables.Add((variable, one.Taken.From));
                    root.At(key).Value = $"${{{variable}}}";
                }
                else
                {
                    root.At(key).Value = known.Setting.IsList ? $"[{string.Join(", ", texts.Select(Quoted))}]" : Quoted(texts[0]);
                }
            }
        }

        var text = new StringBuilder($"# Taken over from {plan.System.Name()}. Keys and secrets are not in here: set the variables in the environment.\n");
        foreach (var (variable, from) in variables)
        {
            text.Append(CultureInfo.InvariantCulture, $"#   {variable}: {from}; or replace the line by one with _FILE at the end of its name, and the path of a file\n");
        }

        root.Write(text, depth: 0);
        return text.ToString();
    }

    /// <summary>Unlike the variables that are settings themselves: <c>RADARR_KEY</c>, <c>TMDB_TOKEN</c>, <c>WEBHOOKS_SECRET</c>.</summary>
    private static string Variable(Taken taken, string key)
    {
        var section = taken is Taken.Server server ? server.Service.ToString() : key.Split(':')[0];
        var last = key[(key.LastIndexOf(':') + 1)..];
        return $"{section}_{last[Array.FindLastIndex(last.ToCharArray(), char.IsAsciiLetterUpper)..]}".ToUpperInvariant();
    }

    /// <summary>In single quotes, which leave all signs but themselves alone; <c>$</c> is doubled, since <c>${</c> begins a variable.</summary>
    private static string Quoted(string text) =>
        $"'{text.Replace("'", "''", StringComparison.Ordinal).Replace("$", "$$", StringComparison.Ordinal).Replace('\n', ' ').Replace('\r', ' ')}'";

    private sealed class Node
    {
        private readonly List<(string Name, Node Node)> children = [];

        public string? Value { get; set; }

        public Node At(string key) => key.Split(':').Aggregate(this, static (node, name) => node.Child(name));

        public void Write(StringBuilder text, int depth)
        {
            foreach (var (name, node) in children)
            {
                var indent = new string(' ', 2 * depth);
                if (node.Value is { } value)
                {
                    text.Append(CultureInfo.InvariantCulture, $"{indent}{name}: {value}\n");
                }
                else if (SettingKey.TryReadPlace(name, out _))
                {
                    var item = new StringBuilder();
                    node.Write(item, depth + 1);
                    item[indent.Length] = '-';
                    text.Append(item);
                }
                else
                {
                    text.Append(CultureInfo.InvariantCulture, $"{indent}{name}:\n");
                    node.Write(text, depth + 1);
                }
            }
        }

        private Node Child(string name)
        {
            var found = children.Find(child => child.Name == name).Node;
            if (found is null)
            {
                children.Add((name, found = new()));
            }

            return found;
        }
    }
}
