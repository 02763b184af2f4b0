using System.Text.Json.Nodes;
using Dateline.Core.Outcomes;
using Dateline.Media;
using Dateline.Media.Documents;
using Dateline.Media.Originals;
using Dateline.Media.Recordings;
using Dateline.Storage;
using Dateline.Storage.Audit;
using Dateline.Storage.Media;

namespace Dateline.Desk.Media;

/// <summary>Files that are handed in at the server's own machine: looked at and entered in the library like any that is sent to it. The server, which looks once a minute, makes of them what readers get.</summary>
public sealed class HandIn : IDisposable
{
    private readonly Darkroom _darkroom = new();
    private readonly Arrivals _arrivals;
    private readonly NewFiles _files;

    /// <param name="programs">Where ffmpeg and poppler are looked for, as <c>PATH</c> has them.</param>
    public HandIn(Newsroom newsroom, MediaFolder folder, IOriginals originals, string programs, TimeProvider time)
    {
        _arrivals = new Arrivals(folder, originals, _darkroom, new RecordingReader(new Ffmpeg(time, programs)), new DocumentReader(folder, new Poppler(programs, time)));
        _files = new NewFiles(new Library(newsroom), new PictureBook(newsroom), new RecordingBook(newsroom), new DocumentBook(newsroom));
    }

    /// <summary>Takes in a file.</summary>
    /// <param name="called">What the library has to call it; null when it may be any.</param>
    /// <returns>What <c>POST /api/v1/media</c> would answer, or why it cannot be taken.</returns>
    public async Task<Result<JsonObject>> Take(string path, Hand by, CancellationToken cancellation, string? called = null)
    {
        await using var source = File.OpenRead(path);
        // One that is known already lies under its hash, which is no name for anybody.
        if (!(await _arrivals.Take(source, called is null ? Path.GetFileName(path) : null, cancellation)).Try(out var arrived, out var refusal)) return refusal;
        if (called is not null && arrived.Id != called) return Refusal.OfFile($"It is not what was expected: it would be called {arrived.Id}, and not {called}.");
        return (await _files.Enter(arrived, by, cancellation)).Try(out var entered, out refusal) ? entered.Json : refusal;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _arrivals.Dispose();
        _darkroom.Dispose();
    }
}
