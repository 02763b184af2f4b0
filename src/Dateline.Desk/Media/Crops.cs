using Dateline.Core.Media;
using Dateline.Core.Outcomes;
using Dateline.Media;
using Dateline.Media.Originals;
using Dateline.Storage.Audit;
using Dateline.Storage.Media;

namespace Dateline.Desk.Media;

/// <summary>Cuts parts out of pictures of the library. Each is a picture of its own, with what is known about the whole, and may be shown for as long as that.</summary>
internal sealed class Crops(Library library, IOriginals originals, Darkroom darkroom, MediaFolder folder, Arrivals arrivals, NewFiles files)
{
    public async Task<Result<Entered>> Cut(string hash, Crop crop, Hand by, CancellationToken cancellation)
    {
        if (await library.Find(hash, cancellation) is not LibraryPicture picture) return new Refusal(RefusalKind.NotFound, "There is no such picture in the library.");
        if (Outside(crop, picture.Name) is { } outside) return outside;
        if (!(await originals.Borrow(hash, cancellation)).Try(out var loan, out var refusal)) return refusal;
        var file = folder.Arriving();
        try
        {
            using (loan)
            {
                var cutting = darkroom.Now(() =>
                {
                    Cropping.Write(loan.Path, crop, file);
                    return true;
                });
                if (cutting is null) return new Refusal(RefusalKind.Busy, "Many pictures are being made at this moment; cut it again in a few seconds.");
                await cutting;
            }
            await using var part = File.OpenRead(file);
            if (!(await arrivals.TakePicture(part, cancellation)).Try(out var arrived, out refusal)) return refusal;
            return await files.Enter(arrived, picture, by, cancellation);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Refusal? Outside(Crop crop, PictureName whole)
    {
        var problems = new Problems();
        if (crop.Left < 0 || crop.Top < 0 || crop.Width > whole.Width - crop.Left || crop.Height > whole.Height - crop.Top)
            problems.Add("width", $"This part lies outside the picture, which is {whole.Width} by {whole.Height} pixels; choose one within it.");
        else if (crop.Width < Crop.LeastSide || crop.Height < Crop.LeastSide)
            problems.Add("width", $"This part is {crop.Width} by {crop.Height} pixels; make each side at least {Crop.LeastSide}.");
        return problems.Found.Count > 0 ? Refusal.Of(problems.Found) : null;
    }
}
