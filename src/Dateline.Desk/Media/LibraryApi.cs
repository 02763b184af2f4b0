using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dateline.Core.Blocks;
using Dateline.Core.Media;
using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Dateline.Desk.Answers;
using Dateline.Desk.Members;
using Dateline.Storage.Media;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Desk.Media;

/// <summary>What is known about the library's pictures: find one, see who shows it, describe it.</summary>
internal static class LibraryApi
{
    /// <summary>The most that is searched for, in characters and in words; each word is one comparison for each picture.</summary>
    private const int MostAsked = 200;
    private const int MostWords = 10;

    public static void MapLibrary(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/media").WithTags("Media").RequireAuthorization(Rights.Write);

        api.MapGet("", Find).Answers<LibrarySchema>().WithSummary("Pictures by the words of alt text, caption, credit and place, and by the day they were taken; those brought last first");
        api.MapGet("/{hash}", Show).Answers<ShownPictureSchema>().WithSummary("What is known about a picture, and which published posts and pages show it");
        api.MapPatch("/{hash}", Describe).Takes<PictureDetailsSchema>().Answers<LibraryPictureSchema>().WithSummary("Describe a picture: the fields that are named change, empty ones are cleared");
    }

    private static async Task<IResult> Find(string? q, string? place, string? from, string? to, string? before, PictureLibrary library, CancellationToken cancellation)
    {
        var problems = new Problems();
        var words = (q ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (q?.Length > MostAsked || words.Length > MostWords) problems.Add("q", $"Search for at most {MostWords} words and {MostAsked} characters.");
        if (place?.Length > MostAsked) problems.Add("place", $"Search for at most {MostAsked} characters.");
        if (before is not null && !PictureName.IsHash(before)) problems.Add("before", "This is the hash of a picture, as “next” gives it.");
        var question = new LibraryQuestion(words, place is "" ? null : place, Day(from, "from", problems), Day(to, "to", problems), before);
        if (problems.Found.Count > 0) return Refusal.Of(problems.Found).ToHttp();
        var (pictures, next) = await library.Find(question, cancellation);
        var json = new JsonObject { ["pictures"] = new JsonArray([.. pictures.Select(Of)]) };
        if (next is not null) json["next"] = next;
        return AnswerWriter.Ok(json);
    }

    private static async Task<IResult> Show(string hash, PictureLibrary library, CancellationToken cancellation)
    {
        if (await library.Show(hash, cancellation) is not var (picture, uses)) return PictureLibrary.NotHere.ToHttp();
        var json = Of(picture);
        json["uses"] = new JsonArray([.. uses.Select(Of)]);
        return AnswerWriter.Ok(json);
    }

    private static async Task<IResult> Describe(string hash, HttpRequest request, ClaimsPrincipal user, PictureLibrary library, CancellationToken cancellation)
    {
        if (!(await Body.Read(request)).Try(out var body, out var refusal)) return refusal.ToHttp();
        var fields = new Fields(body.Json);
        var problems = new Problems();
        var sent = new PictureDetails
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
        var described = await library.Describe(hash, before => new PictureDetails
        {
            Alt = Named("alt") ? sent.Alt : before.Alt,
            Caption = Named("caption") ? sent.Caption : before.Caption,
            Credit = Named("credit") ? sent.Credit : before.Credit,
            CreditKind = Named("creditKind") ? sent.CreditKind : before.CreditKind,
            Place = Named("place") ? sent.Place : before.Place,
            Taken = Named("taken") ? sent.Taken : before.Taken,
            Rights = Named("rights") ? sent.Rights : before.Rights,
            NotAfter = Named(EndOfRights.Field) ? sent.NotAfter : before.NotAfter,
        }, string.Join(", ", body.Json.Select(field => field.Key)), Hands.Of(request, user), cancellation);
        return described.Try(out var picture, out refusal) ? AnswerWriter.Ok(Of(picture)) : refusal.ToHttp();

        bool Named(string field) => body.Json.ContainsKey(field);
        string? Words(string field) => fields.Text(field)?.Trim() is { Length: > 0 } text ? text : null;
    }

    private static DateOnly? Day(string? text, string path, Problems problems)
    {
        if (string.IsNullOrEmpty(text)) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        problems.Add(path, "Say the day with year, month and day, such as 2026-11-23.");
        return null;
    }

    private static JsonObject Of(LibraryPicture picture)
    {
        var (name, known) = (picture.Name, picture.Details);
        var details = new JsonObject();
        Put("alt", known.Alt);
        Put("caption", known.Caption);
        Put("credit", known.Credit);
        Put("creditKind", known.CreditKind is { } kind ? JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()) : null);
        Put("place", known.Place);
        Put("taken", known.Taken?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Put("rights", known.Rights);
        Put(EndOfRights.Field, known.NotAfter is { } end ? Instants.Write(end) : null);
        return new JsonObject
        {
            ["id"] = name.ToString(),
            ["hash"] = name.Hash,
            ["width"] = name.Width,
            ["height"] = name.Height,
            ["kind"] = picture.Kind,
            ["bytes"] = picture.Bytes,
            ["addedBy"] = picture.AddedBy,
            ["addedAt"] = Instants.Write(picture.AddedAt),
            ["details"] = details,
        };

        void Put(string field, string? text)
        {
            if (text is not null) details[field] = text;
        }
    }

    private static JsonObject Of(PictureUse use)
    {
        var json = new JsonObject { ["slug"] = use.Slug };
        if (use.PostId is { } post) json["post"] = post;
        if (use.Withdrawn) json["withdrawn"] = true;
        return json;
    }
}
