using Dateline.Core.Blocks;
using Dateline.Core.Posts;
using Dateline.Core.Text;
using Dateline.Import.Sources;

namespace Dateline.Import.Captures;

/// <summary>Fifth stage: what follows a heading, as bylines and blocks. A line that is nothing else is a paragraph.</summary>
internal sealed class BodyReader(IReadOnlyList<Line> lines, bool endsTight, Remarks remarks)
{
    private readonly LineCursor _cursor = new(lines);
    private readonly List<Block> _blocks = [];
    private readonly List<Byline> _bylines = [];

    public (IReadOnlyList<Byline> Bylines, IReadOnlyList<Block> Blocks) Read()
    {
        var media = new MediaReader(_cursor, remarks);
        var lists = new ListReader(_cursor);
        var people = new BylineReader(_cursor, remarks);
        // Names stand above the words of a post, at most pictures before them.
        var inWords = false;
        while (_cursor.AtLine())
        {
            if (media.TakeInto(_blocks)) continue;
            if (lists.Take() is { } list)
            {
                _blocks.Add(list);
                inWords = true;
            }
            else if (!inWords && _bylines.Count < PostContent.MostBylines && people.Take(_bylines.Count == 0) is { Count: > 0 } named)
            {
                _bylines.AddRange(named);
            }
            else
            {
                var describes = AltText.IsLike(_cursor.Current.Text, endsTight && _cursor.IsLast);
                var words = _cursor.Take().Text;
                _blocks.Add(describes ? new Image { Alt = words } : new Paragraph { Text = RichText.Plain(Words.WithoutLinkMarks(words)) });
                inWords |= !describes;
            }
        }
        return (_bylines, _blocks);
    }
}
