using Dateline.Core.Outcomes;
using Dateline.Storage.Media;

namespace Dateline.Desk.Media;

/// <summary>Holds a post to pictures that are there: a mistyped id is found by whoever sends it, and not by readers.</summary>
internal static class KnownPictures
{
    public static async Task<Refusal?> Check(this PictureBook book, IEnumerable<(string Path, string Name)> shown, CancellationToken cancellation)
    {
        var pictures = shown.ToList();
        if (pictures.Count == 0) return null;
        var unknown = await book.Unknown([.. pictures.Select(picture => picture.Name)], cancellation);
        var problems = pictures.Where(picture => unknown.Contains(picture.Name))
            .Select(picture => new Problem(picture.Path, "The library has no picture of this id; send the picture to /api/v1/media and use the id that comes back.")).ToList();
        return problems.Count == 0 ? null : Refusal.Of(problems);
    }
}
