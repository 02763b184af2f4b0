using Dateline.Core.Media;
using Dateline.Public.Pages;

namespace Dateline.Public.Offprints;

/// <summary>Pages that become files, seen from one of them: what lies beside it is named by the way there, everything else by its whole address on the newsroom's site.</summary>
/// <remarks>The files lie as the addresses do, so that they can take the server's place at the same address, or be opened from a disk.</remarks>
public sealed class Offprint
{
    private readonly string _root;
    private readonly IReadOnlySet<string> _pages;
    private readonly HashSet<Rendition> _pictures;
    private readonly HashSet<RecordingName> _recordings;
    private readonly Dictionary<string, DocumentName> _documents;
    private readonly string _up;

    /// <param name="root">The address of the newsroom's site, without a slash at its end.</param>
    /// <param name="pages">The addresses of the pages that become files.</param>
    public Offprint(string root, IReadOnlySet<string> pages) : this(root, pages, [], [], [], "") { }

    private Offprint(string root, IReadOnlySet<string> pages, HashSet<Rendition> pictures, HashSet<RecordingName> recordings, Dictionary<string, DocumentName> documents, string up) =>
        (_root, _pages, _pictures, _recordings, _documents, _up) = (root, pages, pictures, recordings, documents, up);

    /// <summary>The pictures that pages named so far.</summary>
    public IReadOnlyCollection<Rendition> Pictures => _pictures;

    /// <summary>The videos, sounds and captions that pages named so far.</summary>
    public IReadOnlyCollection<RecordingName> Recordings => _recordings;

    /// <summary>The documents that pages named so far.</summary>
    public IReadOnlyCollection<DocumentName> Documents => _documents.Values;

    /// <summary>The same, seen from the page at this address.</summary>
    public Offprint From(string address) => new(_root, _pages, _pictures, _recordings, _documents, string.Concat(Enumerable.Repeat("../", FileOf(address).Count(c => c == '/'))));

    /// <summary>The file of an address: a page lies in a folder of its own, so that it is found without an ending.</summary>
    public static string FileOf(string address)
    {
        var path = address.TrimStart('/');
        return path.Length == 0 ? "index.html" : path[(path.LastIndexOf('/') + 1)..].Contains('.') ? path : $"{path}/index.html";
    }

    /// <summary>The way to a path of this site.</summary>
    public string Href(string href)
    {
        var end = href.AsSpan().IndexOfAny('#', '?') is >= 0 and var found ? found : href.Length;
        return _pages.Contains(href[..end]) || _documents.ContainsKey(href[..end]) ? _up + FileOf(href[..end]) + href[end..] : _root + href;
    }

    /// <summary>The way to a file that goes with the pages.</summary>
    public string Asset(string address) => _up + FileOf(address);

    /// <summary>The way to a picture, which from now on goes with the pages.</summary>
    public string Picture(Rendition rendition) => Asset(Address.Rendition(Takes(rendition)));

    /// <summary>Notes a document, which from now on goes with the pages.</summary>
    public void Takes(DocumentName document) => _documents[Address.Document(document)] = document;

    /// <summary>The way to a recording, which from now on goes with the pages.</summary>
    public string Recording(RecordingName recording) => Asset(Address.Recording(Takes(recording).Hash, recording.File));

    /// <summary>Notes a recording that is named by its whole address.</summary>
    public RecordingName Takes(RecordingName recording)
    {
        _recordings.Add(recording);
        return recording;
    }

    /// <summary>Notes a picture that is named by its whole address.</summary>
    public Rendition Takes(Rendition rendition)
    {
        _pictures.Add(rendition);
        return rendition;
    }
}
