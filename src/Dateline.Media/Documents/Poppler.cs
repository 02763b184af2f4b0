namespace Dateline.Media.Documents;

/// <summary>The programs of poppler, which read PDF files.</summary>
public sealed class Poppler
{
    private static readonly Bounds Most = new(TimeSpan.FromSeconds(20), Memory: 1L * 1024 * 1024 * 1024, Written: 64L * 1024 * 1024);

    private readonly Programs _programs;
    private readonly string? _info;
    private readonly string? _picture;

    /// <param name="folders">Where programs are looked for, as <c>PATH</c> has them.</param>
    /// <param name="time">What their time is taken by.</param>
    public Poppler(string folders, TimeProvider time)
    {
        _programs = new Programs(time, folders);
        (_info, _picture) = (_programs.Find("pdfinfo"), _programs.Find("pdftoppm"));
    }

    /// <summary>Whether documents can be taken here.</summary>
    public bool IsHere => _info is not null && _picture is not null;

    /// <summary>What a file says of itself; null when it cannot be read.</summary>
    internal async Task<string?> Info(string file, CancellationToken cancellation) =>
        await _programs.Run(_info!, ["-enc", "UTF-8", "-isodates", file], Most, cancellation) is { Succeeded: true } ran ? ran.Output : null;

    /// <summary>Paints the first page, in PNG.</summary>
    /// <param name="into">The file, without its ending, which is <c>.png</c>.</param>
    internal async Task<bool> FirstPage(string file, string into, int side, CancellationToken cancellation) =>
        (await _programs.Run(_picture!, ["-f", "1", "-l", "1", "-singlefile", "-scale-to", $"{side}", "-png", file, into], Most, cancellation)).Succeeded;
}
