namespace Dateline.Core.Text;

/// <summary>Which characters a text may hold.</summary>
public static class Characters
{
    /// <summary>True when the text holds what no page can show: controls other than tab and line breaks, or half a surrogate pair.</summary>
    public static bool Unprintable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) { i++; continue; }
            if (char.IsSurrogate(c)) return true;
            if (c < ' ' && c is not ('\t' or '\n' or '\r')) return true;
            if (c is (>= '\u007f' and <= '\u009f') or '\ufffe' or '\uffff') return true;
        }
        return false;
    }
}
