using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using ArrFunctions.Ops.Http;

namespace ArrFunctions.Ops.OpenApi;

/// <summary>What the document says of a route beside its path, its method and its role, which it reads from the route itself.</summary>
/// <param name="id">Unique, camelCase; programs that are made from the document call their methods so.</param>
/// <param name="summary">What it does, in a few words.</param>
internal sealed class Operation(string id, string summary)
{
    private readonly List<OperationParameter> parameters = [];
    private readonly List<OperationContent> answers = [];
    private readonly SortedDictionary<int, List<string>> failures = [];

    public string Id => id;

    public string Summary => summary;

    public string? Description { get; private set; }

    public OperationContent? Body { get; private set; }

    public bool IsBodyOptional { get; private set; }

    public IReadOnlyList<OperationParameter> Parameters => parameters;

    public IReadOnlyList<OperationContent> Answered => answers;

    /// <summary>The codes of problem details by status.</summary>
    public IReadOnlyDictionary<int, List<string>> Failures => failures;

    /// <summary>More than the summary says.</summary>
    public Operation Saying(string description)
    {
        Description = description;
        return this;
    }

    /// <summary>A parameter of the path.</summary>
    public Operation Path(string name, string words, string example, JsonObject? kind = null) =>
        With(new("path", name, words, kind ?? ParameterKind.Text, kind?["type"]?.ToString() is "integer" ? JsonNode.Parse(example) : example));

    /// <param name="name">As it stands in the query.</param>
    /// <param name="words">What it is.</param>
    /// <param name="kind">See <see cref="ParameterKind"/>.</param>
    /// <param name="example">Null: none, so that it is not sent where the example is tried.</param>
    /// <param name="isRequired">It may not be left out.</param>
    public Operation Query(string name, string words, JsonObject kind, JsonNode? example = null, bool isRequired = false) =>
        With(new("query", name, words, kind, example, isRequired));

    /// <inheritdoc cref="Query"/>
    public Operation Header(string name, string words, string? example = null, bool isRequired = false) =>
        With(new("header", name, words, ParameterKind.Text, example, isRequired));

    /// <summary>A list with <c>limit</c> and <c>cursor</c> (<see cref="PageLimit"/>).</summary>
    public Operation Paged() => this
        .Query("limit", "How many items the page has; 50 unless told.", ParameterKind.Whole(1, 500), 50)
        .Query("cursor", "The cursor of the page before; a page without one is the last.", ParameterKind.Text)
        .Fails(400, "badRequest", "limit", "cursor");

    /// <param name="type">That reads the body.</param>
    /// <param name="example">JSON.</param>
    /// <param name="required">Members that may not be left out.</param>
    public Operation Takes(JsonTypeInfo type, string example, params string[] required)
    {
        Body = new(0, "application/json", type, example, required);
        return this;
    }

    /// <summary>The same of a body that may be left out.</summary>
    public Operation MayTake(JsonTypeInfo type, string example)
    {
        IsBodyOptional = true;
        return Takes(type, example);
    }

    /// <summary>A body that is no JSON of a known shape.</summary>
    public Operation Takes(string mediaType, string? example = null)
    {
        Body = new(0, mediaType, Type: null, example);
        return this;
    }

    /// <param name="status">Below 400.</param>
    /// <param name="type">That writes the answer.</param>
    public Operation Answers(int status, JsonTypeInfo type)
    {
        answers.Add(new(status, "application/json", type));
        return this;
    }

    /// <param name="status">Below 400.</param>
    /// <param name="mediaTypes">None: there is no body.</param>
    public Operation Answers(int status, params string[] mediaTypes)
    {
        answers.AddRange(mediaTypes is [] ? [new(status, MediaType: null)] : mediaTypes.Select(type => new OperationContent(status, type)));
        return this;
    }

    /// <summary>What every route answers to strangers and faults is added by itself.</summary>
    /// <param name="status">400 and above.</param>
    /// <param name="codes">The codes of the problem details.</param>
    public Operation Fails(int status, params string[] codes)
    {
        if (!failures.TryGetValue(status, out var known))
        {
            failures[status] = known = [];
        }

        known.AddRange(codes.Where(code => !known.Contains(code, StringComparer.Ordinal)));
        return this;
    }

    private Operation With(OperationParameter parameter)
    {
        parameters.Add(parameter);
        return this;
    }
}
