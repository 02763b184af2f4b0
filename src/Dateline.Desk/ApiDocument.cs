using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Dateline.Core.Blocks;
using Dateline.Core.Posts;
using Dateline.Core.Text;
using Dateline.Desk.Posts;
using Dateline.Storage.Audit;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Dateline.Desk;

/// <summary>The OpenAPI document: what holds of every route is said here, once, by rule; what is a route's own stands beside the route.</summary>
internal static class ApiDocument
{
    private const string Bearer = "bearer";
    private const string Cookie = "cookie";

    private static readonly JsonSerializerOptions Names = new() { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    public static void Write(OpenApiOptions options)
    {
        options.CreateSchemaReferenceId = NameOf;
        options.AddSchemaTransformer((schema, context, _) => Write(schema, Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type));
        options.AddOperationTransformer(Write);
        options.AddDocumentTransformer((document, _, _) => Write(document));
    }

    private static string? NameOf(JsonTypeInfo type)
    {
        var name = OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        return name is not null && name.EndsWith("Schema", StringComparison.Ordinal) ? name[..^"Schema".Length] : name;
    }

    private static Task Write(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Dateline: the newsroom's API",
            Version = "1",
            Description = "Write, check and publish posts. Instants are in UTC; every refusal is a problem with a sentence and the path of the field.",
        };
        // The address of whoever asked is no part of the API.
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Cookie] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = "__Host-dateline", Description = "The desk's session (“dateline” where the desk is opened over plain HTTP). A write by it must come from the desk's own page: Sec-Fetch-Site: same-origin." },
            [Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = Bearer, Description = "A token, made by `dateline token create` or by an administrator." },
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }, new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Cookie, document)] = [] }];
        return Task.CompletedTask;
    }

    private static Task Write(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var (method, path) = (context.Description.HttpMethod!, context.Description.RelativePath!);
        var writes = !HttpMethods.IsGet(method);
        operation.OperationId = $"{operation.Tags!.Single().Name!.Replace(" ", "", StringComparison.Ordinal)}.{context.Description.ActionDescriptor.EndpointMetadata.OfType<MethodInfo>().Single().Name}";
        operation.RequestBody?.Content?.Remove("*/*");
        if (writes && path.Contains("/posts", StringComparison.Ordinal) && !path.EndsWith("/draft", StringComparison.Ordinal))
            Header("Idempotency-Key", "Names the request for a day: sent again with the same key, it is answered the same and done once.");
        if (writes && path.Contains("/coverages/", StringComparison.Ordinal) && (path.Contains("{id}", StringComparison.Ordinal) || HttpMethods.IsPatch(method)))
            Header("If-Match", "The version that was changed, as its ETag: \"3\". With another one standing the answer is 409.");

        Problem(StatusCodes.Status401Unauthorized, "Nobody is signed in, or the token is not known here");
        Problem(StatusCodes.Status403Forbidden, "The role does not include this, or a write by cookie came from elsewhere");
        if (path.Contains('{')) Problem(StatusCodes.Status404NotFound, "There is no such live page, post, person or token");
        if (!writes) return Task.CompletedTask;
        Problem(StatusCodes.Status409Conflict, "The name is taken, the version is not the one that stands (which comes along), or this cannot be done in the state it is in");
        Problem(StatusCodes.Status422UnprocessableEntity, "What was sent breaks a rule");
        if (operation.RequestBody is not null) Problem(StatusCodes.Status415UnsupportedMediaType, "What was sent is not JSON");
        if (HttpMethods.IsPut(method) && path.Contains("/posts/", StringComparison.Ordinal)) Problem(StatusCodes.Status428PreconditionRequired, "Say with If-Match which version was changed");
        Problem(StatusCodes.Status429TooManyRequests, "Too many writes; Retry-After says when to send it again");
        if (path.Contains("/posts/", StringComparison.Ordinal)) Problem(StatusCodes.Status423Locked, "Somebody else has the post in hand, and since when");
        Problem(StatusCodes.Status503ServiceUnavailable, "Too many writers at this moment; nothing was changed");
        Problem(StatusCodes.Status507InsufficientStorage, "The server's disk is full; nothing was changed");
        return Task.CompletedTask;

        void Header(string name, string description) =>
            (operation.Parameters ??= []).Add(new OpenApiParameter { Name = name, In = ParameterLocation.Header, Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } });

        void Problem(int status, string description) => (operation.Responses ??= [])[$"{status}"] = new OpenApiResponse
        {
            Description = description,
            Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference("Problem", context.Document) } },
        };
    }

    // Types with a JSON form of their own, which the framework cannot look into.
    private static Task Write(OpenApiSchema schema, Type type)
    {
        if (type == typeof(PostState)) schema.Enum = [.. Enum.GetValues<PostState>().Select(state => (JsonNode)PostAnswer.StateName(state))];
        else if (type.IsEnum) schema.Enum = [.. Enum.GetValuesAsUnderlyingType(type).Cast<object>().Select(value => JsonSerializer.SerializeToNode(Enum.ToObject(type, value), type, Names)!)];
        if (type.IsEnum) schema.Type = JsonSchemaType.String;
        else if (type == typeof(DeedSchema)) (schema.Type, schema.Enum) = (JsonSchemaType.String, [.. Deeds.All.Select(did => (JsonNode)did)]);
        else if (type == typeof(PostId)) (schema.Type, schema.Format) = (JsonSchemaType.String, "uuid");
        else if (type == typeof(Cell)) schema.Type = JsonSchemaType.String | JsonSchemaType.Number | JsonSchemaType.Null;
        else if (type == typeof(Label)) schema.OneOf = [Text(), Object(("key", Text()), ("text", Text()))];
        else if (type == typeof(RichText))
            schema.OneOf = [Text(), new OpenApiSchema { Type = JsonSchemaType.Array, Items = Object(("text", Text()), ("marks", Marks()), ("href", Text())) }];
        return Task.CompletedTask;

        static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };
        static OpenApiSchema Marks() => new() { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String, Enum = ["strong", "emphasis", "code"] } };
        static OpenApiSchema Object(params ReadOnlySpan<(string Name, OpenApiSchema Schema)> properties)
        {
            var fields = new Dictionary<string, IOpenApiSchema>();
            foreach (var (name, field) in properties) fields[name] = field;
            return new OpenApiSchema { Type = JsonSchemaType.Object, Properties = fields, Required = new HashSet<string> { properties[0].Name }, AdditionalPropertiesAllowed = false };
        }
    }
}
