using System.Globalization;
using System.Security.Claims;
using System.Text.Json.Nodes;
using Dateline.Core.Blocks;
using Dateline.Core.Media;
using Dateline.Core.Outcomes;
using Dateline.Desk.Answers;
using Dateline.Desk.Members;
using Dateline.Media;
using Dateline.Storage.Media;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Desk.Media;

/// <summary>What is known about the library's pictures, recordings and documents: find one, see who shows it, describe it.</summary>
internal static class LibraryApi
{
    /// <summary>The most that is searched for, in characters and in words; each word is one comparison for each file.</summary>
    private const int MostAsked = 200;
    private const int MostWords = 10;

    public static void MapLibrary(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/media").WithTags("Media").RequireAuthorization(Rights.Write);

        api.MapGet("", Find).Answers<LibrarySchema>().WithSummary("Files by their words (alt text, caption, credit, place, title, file name), by type, and by the day they were taken or else brought; those brought last first");
        api.MapGet("/{hash}", Show).Answers<LibraryFileSchema>().WithSummary("What is known about a file, whether readers can be given it yet, and which published posts and pages show it");
        api.MapPatch("/{hash}", Describe).Takes<MediaDetailsSchema>().Answers<LibraryFileSchema>().WithSummary("Describe a file, or set until when it may be shown: the fields that are named change, empty ones are cleared");
        api.MapPost("/{hash}/crops", Cut).Takes<CropSchema>().Answers<MediaSchema>(StatusCodes.Status201Created).Answers<MediaSchema>().WithSummary("Cut a part out of a picture: a picture of its own, with what is known about the whole; the same part again is the same");
    }

    private static async Task<IResult> Find(string? q, string? type, string? place, string? from, string? to, string? before, Library library, CancellationToken cancellation)
    {
        var problems = new Problems();
        var words = (q ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (q?.Length > MostAsked || words.Length > MostWords) problems.Add("q", $"Search for at most {MostWords} words and {MostAsked} characters.");
        if (place?.Length > MostAsked) problems.Add("place", $"Search for at most {MostAsked} characters.");
        if (before is not null && !PictureName.IsHash(before)) problems.Add("before", "This is the hash of a file, as “next” gives it.");
        var types = Enum.GetValues<MediaType>().Where(each => FileFacts.Written(each) == type).ToList();
        if (!string.IsNullOrEmpty(type) && types.Count == 0) problems.Add("type", $"A file of the library is {string.Join(", ", Enum.GetValues<MediaType>().Select(FileFacts.Written))}.");
        var question = new LibraryQuestion(words, types.Count > 0 ? types[0] : null, place is "" ? null : place, Day(from, "from", problems), Day(to, "to", problems), before);
        if (problems.Found.Count > 0) return Refusal.Of(problems.Found).ToHttp();
        var (files, next) = await library.Find(question, cancellation);
        var json = new JsonObject { ["files"] = new JsonArray([.. files.Select(FileFacts.Whole)]) };
        if (next is not null) json["next"] = next;
        return AnswerWriter.Ok(json);
    }

    private static async Task<IResult> Show(string hash, Library library, CancellationToken cancellation)
    {
        if (await library.Find(hash, cancellation) is not { } file) return Library.NotHere.ToHttp();
        var json = FileFacts.Whole(file);
        json["uses"] = new JsonArray([.. (await library.Uses(hash, cancellation)).Select(Of)]);
        return AnswerWriter.Ok(json);
    }

    private static async Task<IResult> Describe(string hash, HttpRequest request, ClaimsPrincipal user, Library library, CancellationToken cancellation)
    {
        if (!(await Body.Read(request)).Try(out var body, out var refusal)) return refusal.ToHttp();
        var fields = new Fields(body.Json);
        var problems = new Problems();
        var sent = new MediaDetails
        {
            Alt = Words("alt"),
            Caption = Words("caption"),
            Credit = Words("credit"),
            CreditKind = Words("creditKind") is null ? null : fields.Named<CreditKind>("creditKind", "Where it comes from is agency, pool, handout, screengrab, user or own."),
            Place = Words("place"),
            Taken = Day(Words("taken"), "taken", problems),
            Rights = Words("rights"),
            NotAfter = EndOfRights.Read(fields, problems),
        };
        if (fields.Refusal is { } wrong) return wrong.ToHttp();
        if (problems.Found.Count > 0) return Refusal.Of(problems.Found).ToHttp();
        var described = await library.Describe(hash, before => new MediaDetails
        {
            Alt = Named("alt") ? sent.Alt : before.Alt,
            Caption = Named("caption") ? sent.Caption : before.Caption,
            Credit = Named("credit") ? sent.Credit : before.Credit,
            CreditKind = Named("creditKind") ? sent.CreditKind : before.CreditKind,
            Place = Named("place") ? sent.Place : before.Place,
            Taken = Named("taken") ? sent.Taken : before.Taken,
            Rights = Named("rights") ? sent.Rights : before.Rights,
            NotAfter = Named(EndOfRights.Field) ? sent.NotAfter : before.NotAfter,
        }, string.Join(", ", body.Json.Select(field => field.Key).Where(field => field != EndOfRights.Field)), Hands.Of(request, user), cancellation);
        return described.Try(out var file, out refusal) ? AnswerWriter.Ok(FileFacts.Whole(file)) : refusal.ToHttp();

        bool Named(string field) => body.Json.ContainsKey(field);
        string? Words(string field) => fields.Text(field)?.Trim() is { Length: > 0 } text ? text : null;
    }

    private static async Task<IResult> Cut(string hash, HttpRequest request, ClaimsPrincipal user, Crops crops, CancellationToken cancellation)
    {
        if (!(await Body.Read(request)).Try(out var body, out var refusal)) return refusal.ToHttp();
        var fields = new Fields(body.Json);
        var crop = new Crop(fields.Number("left") ?? 0, fields.Number("top") ?? 0, fields.Number("width") ?? 0, fields.Number("height") ?? 0);
        if (fields.Refusal is { } wrong) return wrong.ToHttp();
        return (await crops.Cut(hash, crop, Hands.Of(request, user), cancellation)).Try(out var entered, out refusal)
            ? AnswerWriter.Ok(entered.Json, entered.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK)
            : refusal.ToHttp();
    }

    private static DateOnly? Day(string? text, string path, Problems problems)
    {
        if (string.IsNullOrEmpty(text)) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        problems.Add(path, "Say the day with year, month and day, such as 2026-11-23.");
        return null;
    }

    private static JsonObject Of(MediaUse use)
    {
        var json = new JsonObject { ["slug"] = use.Slug };
        if (use.PostId is { } post) json["post"] = post;
        if (use.Withdrawn) json["withdrawn"] = true;
        return json;
    }
}
