using Dateline.Core.Blocks;
using Dateline.Core.Media;
using Dateline.Core.Outcomes;
using Dateline.Storage.Media;

namespace Dateline.Desk.Media;

/// <summary>Holds posts and pages to pictures, recordings and documents that are there: a mistyped id is found by whoever sends it, and not by readers.</summary>
internal sealed class KnownFiles(Library library)
{
    /// <summary>Refuses what these blocks of a post show and the library does not have.</summary>
    public Task<Refusal?> Check(IReadOnlyCollection<Block> blocks, CancellationToken cancellation) => Check(PicturesIn.Blocks(blocks), RecordingsIn.Blocks(blocks), DocumentsIn.Blocks(blocks), cancellation);

    /// <summary>The same for what is to stand at the top of a page.</summary>
    public Task<Refusal?> CheckLead(Block? lead, CancellationToken cancellation) => Check(PicturesIn.Lead(lead), RecordingsIn.Lead(lead), [], cancellation);

    private async Task<Refusal?> Check(IEnumerable<(string Path, string Name)> shownPictures, IEnumerable<(string Path, string Name)> shownRecordings, IEnumerable<(string Path, string Name)> shownDocuments, CancellationToken cancellation)
    {
        var problems = new List<Problem>();
        problems.AddRange(await Unknown(shownPictures, "picture", name => PictureName.TryParse(name, out _), cancellation));
        problems.AddRange(await Unknown(shownRecordings, "recording", name => RecordingName.TryParse(name, out _), cancellation));
        problems.AddRange(await Unknown(shownDocuments, "document", name => DocumentName.TryParse(name, out _), cancellation));
        return problems.Count == 0 ? null : Refusal.Of(problems);
    }

    private async Task<IEnumerable<Problem>> Unknown(IEnumerable<(string Path, string Name)> shown, string what, Func<string, bool> isOne, CancellationToken cancellation)
    {
        var files = shown.ToList();
        if (files.Count == 0) return [];
        var unknown = await library.Unknown([.. files.Select(file => file.Name)], cancellation);
        return files.Where(file => unknown.Contains(file.Name) || !isOne(file.Name)).Select(file => new Problem(file.Path, $"The library has no {what} of this id; send the {what} to /api/v1/media and use the id that comes back."));
    }
}
