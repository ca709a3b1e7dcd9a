using System.Text.Json.Nodes;
using ArrFunctions.Ops.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace ArrFunctions.Ops.OpenApi;

/// <summary>One operation of the document.</summary>
internal sealed class OperationWriter(SchemaBook schemas)
{
    private readonly JsonObject examples = RecordedExamples.Read();

    public JsonObject Write(RouteEndpoint route, string path, string method)
    {
        var told = route.Metadata.GetMetadata<RouteDescription>()?.Make() ?? throw new InvalidOperationException($"{method} {path} describes itself with no operation.");
        var methods = route.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods;
        var id = methods[0] == method ? told.Id : $"{told.Id}By{method[0]}{method[1..].ToLowerInvariant()}";
        var role = RoleOf(route);
        var operation = new JsonObject
        {
            ["operationId"] = id,
            ["tags"] = new JsonArray(path.Split('/') is [_, "api", var word, ..] ? word : "service"),
            ["summary"] = told.Summary,
            ["description"] = string.Join(' ', new[] { told.Description, role is { } needed ? $"Asks for a key with the role {needed.Word()}." : "Asks for no key." }.OfType<string>()),
            ["security"] = SecuritySchemes.For(role),
            ["x-role"] = role?.Word() ?? "none",
        };
        if (told.Parameters is not [])
        {
            operation["parameters"] = new JsonArray([.. told.Parameters.Select(parameter => parameter.ToJson())]);
        }

        if (told.Body is { } body)
        {
            operation["requestBody"] = new JsonObject { ["required"] = !told.IsBodyOptional, ["content"] = new JsonObject { [body.MediaType!] = Content(body) } };
        }

        operation["responses"] = Responses(told, id, role is not null);
        return operation;
    }

    /// <summary>Null: anybody.</summary>
    private static Role? RoleOf(RouteEndpoint route) => route.Metadata.GetMetadata<IAllowAnonymous>() is not null ? null
        : Enum.Parse<Role>(route.Metadata.GetMetadata<IAuthorizeData>()!.Policy!);

    private JsonObject Responses(Operation told, string id, bool hasKey)
    {
        var responses = new JsonObject();
        foreach (var answers in told.Answered.GroupBy(answer => answer.Status))
        {
            var response = new JsonObject { ["description"] = ReasonPhrases.GetReasonPhrase(answers.Key) };
            if (answers.Any(answer => answer.MediaType is not null))
            {
                response["content"] = new JsonObject(answers.GroupBy(answer => answer.MediaType!, StringComparer.Ordinal).Select(
                    answer => KeyValuePair.Create(answer.Key, (JsonNode?)Content(answer.First(), examples[$"{id} {answers.Key}"]))));
            }

            responses[$"{answers.Key}"] = response;
        }

        ProblemResponses.AddTo(responses, told.Failures, hasKey);
        return responses;
    }

    private JsonObject Content(OperationContent content, JsonNode? recorded = null)
    {
        var json = new JsonObject
        {
            ["schema"] = content.Type is null ? new JsonObject()
                : content.Status is 0 ? schemas.Read(content.Type, content.Required ?? [])
                : schemas.Written(content.Type),
        };
        if ((content.MediaType is not "application/json" ? content.Example : content.Example is null ? recorded?.DeepClone() : JsonNode.Parse(content.Example)) is { } example)
        {
            json["example"] = example;
        }

        return json;
    }
}
