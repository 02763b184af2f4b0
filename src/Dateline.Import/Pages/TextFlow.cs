using System.Text;
using Dateline.Core.Text;

namespace Dateline.Import.Pages;

/// <summary>Gathers running text as a browser would show it: white space collapsed, neighbours of the same style joined.</summary>
internal sealed class TextFlow
{
    private readonly List<Run> _runs = [];
    private readonly StringBuilder _text = new();
    private Style _style = Style.Plain;
    private bool _space;
    private bool _afterSpace;

    public void Append(string text, Style style)
    {
        if (style != _style) Change(style);
        foreach (var c in text)
        {
            if (style.Preformatted)
            {
                if (c != '\r') _text.Append(c);
            }
            else if (c is ' ' or '\t' or '\n' or '\r' or '\f') _space = !_afterSpace;
            else if (c is >= ' ' and not '\u007f' and not '\ufffe' and not '\uffff')
            {
                if (_space && (_text.Length > 0 || _runs.Count > 0)) _text.Append(' ');
                (_space, _afterSpace) = (false, false);
                _text.Append(c);
            }
        }
    }

    // The space before a link is not part of the link.
    private void Change(Style style)
    {
        if (_space && (_text.Length > 0 || _runs.Count > 0))
        {
            _text.Append(' ');
            (_space, _afterSpace) = (false, true);
        }
        EndRun();
        _style = style;
    }

    /// <summary>The text gathered, or null when there was none; the next begins anew.</summary>
    public RichText? Take()
    {
        EndRun();
        var runs = _runs.ToList();
        _runs.Clear();
        (_space, _afterSpace) = (false, false);
        if (runs.All(run => string.IsNullOrWhiteSpace(run.Text))) return null;
        while (string.IsNullOrWhiteSpace(runs[^1].Text)) runs.RemoveAt(runs.Count - 1);
        runs[^1] = runs[^1] with { Text = runs[^1].Text.TrimEnd() };
        return new RichText([.. runs]);
    }

    private void EndRun()
    {
        if (_text.Length == 0) return;
        _runs.Add(_style.Run(_text.ToString()));
        _text.Clear();
    }
}
