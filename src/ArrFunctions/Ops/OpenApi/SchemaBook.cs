using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ArrFunctions.Ops.OpenApi;

/// <summary>The schemas of the document, each made of the same metadata that reads or writes the JSON, and told once.</summary>
internal sealed class SchemaBook
{
    private const string Place = "#/components/schemas/";
    private readonly SortedDictionary<string, JsonObject> schemas = new(StringComparer.Ordinal);

    /// <summary>Of an answer.</summary>
    public JsonNode Written(JsonTypeInfo type) => Export(type, Written);

    /// <param name="type">That reads a body.</param>
    /// <param name="required">Members of the body itself that may not be left out.</param>
    public JsonNode Read(JsonTypeInfo type, IReadOnlyList<string> required) =>
        Export(type, (context, schema) => Read(schema, context.Path.IsEmpty ? required : []));

    public void Add(string name, JsonObject schema) => schemas.Add(name, schema);

    public static JsonObject Reference(string name) => new() { ["$ref"] = Place + name };

    public JsonObject ToJson() => new(schemas.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)entry.Value)));

    private JsonNode Export(JsonTypeInfo type, Action<JsonSchemaExporterContext, JsonObject> complete)
    {
        var done = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        return type.GetJsonSchemaAsNode(new()
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = (context, node) => done[$"#{string.Concat(context.Path.ToArray().Select(part => $"/{part}"))}"] = Transform(context, node),
        });

        JsonNode Transform(JsonSchemaExporterContext context, JsonNode node)
        {
            if (node is not JsonObject schema)
            {
                return new JsonObject(); // any JSON at all
            }

            if (schema["$ref"] is { } place)
            {
                // What comes twice is told by its place in the one schema, which is several here. A place that is not done yet is one around this one.
                return done.TryGetValue((string)place!, out var same) ? same.DeepClone() : Reference(NameOf(context.TypeInfo.Type));
            }

            if (schema.ContainsKey("enum"))
            {
                schema["type"] ??= "string";
            }

            if (context.TypeInfo.Kind is not JsonTypeInfoKind.Object || !schema.ContainsKey("properties"))
            {
                return schema;
            }

            complete(context, schema);
            return Hoist(context.TypeInfo, schema);
        }
    }

    /// <summary>What is null is left out of answers, so each member either is always there or is never null.</summary>
    private static void Written(JsonSchemaExporterContext context, JsonObject schema)
    {
        var properties = schema["properties"]!.AsObject();
        List<string> always = [];
        foreach (var property in context.TypeInfo.Properties.Where(property => properties.ContainsKey(property.Name)))
        {
            if (!IsLeftOut(property))
            {
                always.Add(property.Name);
            }
            else if (properties[property.Name] is JsonObject member)
            {
                properties[property.Name] = WithoutNull(member);
            }
        }

        SetRequired(schema, always);
    }

    /// <summary>What may not be left out may not be null either.</summary>
    private static void Read(JsonObject schema, IReadOnlyList<string> required)
    {
        var properties = schema["properties"]!.AsObject();
        foreach (var name in required)
        {
            properties[name] = WithoutNull(properties[name]!.AsObject());
        }

        SetRequired(schema, required);
    }

    private static bool IsLeftOut(JsonPropertyInfo property)
    {
        var condition = property.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), inherit: true) is [JsonIgnoreAttribute own, ..]
            ? own.Condition
            : property.Options.DefaultIgnoreCondition;
        return condition is JsonIgnoreCondition.WhenWritingDefault || (condition is JsonIgnoreCondition.WhenWritingNull && IsNullable(property));
    }

    private static bool IsNullable(JsonPropertyInfo property) =>
        property.PropertyType.IsValueType ? Nullable.GetUnderlyingType(property.PropertyType) is not null : property.IsGetNullable;

    private static JsonObject WithoutNull(JsonObject member)
    {
        if (member["type"] is JsonArray types && types.FirstOrDefault(type => (string?)type is not "null") is { } type)
        {
            member["type"] = (string?)type;
        }

        if (member["enum"] is JsonArray words)
        {
            words.RemoveAll(static word => word is null);
        }

        return member["anyOf"] is JsonArray either ? either[0]!.DeepClone().AsObject() : member;
    }

    private static void SetRequired(JsonObject schema, IReadOnlyList<string> names)
    {
        schema.Remove("required");
        if (names is not [])
        {
            schema["required"] = new JsonArray([.. names.Select(name => JsonValue.Create(name))]);
        }
    }

    /// <summary>Where two contexts write a type differently, one with its nulls, the second schema has the name of its context too.</summary>
    private JsonObject Hoist(JsonTypeInfo type, JsonObject schema)
    {
        var isNullable = schema["type"] is JsonArray;
        schema["type"] = "object";
        var name = NameOf(type.Type);
        if (schemas.TryGetValue(name, out var known) && !JsonNode.DeepEquals(known, schema))
        {
            name = $"{type.OriginatingResolver!.GetType().Name}{name}";
        }

        if (!schemas.TryAdd(name, schema) && !JsonNode.DeepEquals(schemas[name], schema))
        {
            throw new InvalidOperationException($"{name} is written in two ways: {schemas[name].ToJsonString()} and {schema.ToJsonString()}.");
        }

        return isNullable ? new() { ["anyOf"] = new JsonArray(Reference(name), new JsonObject { ["type"] = "null" }) } : Reference(name);
    }

    private static string NameOf(Type type) =>
        (type.DeclaringType?.Name + type.Name.Split('`')[0]) + string.Concat(type.GetGenericArguments().Select(NameOf));
}
