using System.Globalization;
using Dateline.Core.Files;
using Dateline.Core.Text;

namespace Dateline.Import.Sources;

/// <summary>Collects what an import could not place or had to guess. Past <see cref="Most"/> they are counted only.</summary>
internal sealed class Remarks
{
    public const int Most = 10_000;
    private const int MostQuoted = 160;

    private readonly List<Warning> _kept = [];
    private int _further;

    public void Add(int line, string text)
    {
        if (_kept.Count < Most) _kept.Add(new Warning(line, text));
        else _further++;
    }

    /// <summary>The words of a line as a remark repeats them.</summary>
    public static string Quote(string text) => text.Length <= MostQuoted ? $"“{text}”" : $"“{text[..MostQuoted]}…”";

    /// <summary>All remarks in the order of the source; those on the whole come first.</summary>
    public ValueList<Warning> All
    {
        get
        {
            var all = _kept.OrderBy(warning => warning.Line).ToList();
            if (_further > 0) all.Add(new Warning(0, string.Create(CultureInfo.InvariantCulture, $"There are {_further:N0} further warnings like these.")));
            return [.. all];
        }
    }
}
