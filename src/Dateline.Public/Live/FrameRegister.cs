namespace Dateline.Public.Live;

/// <summary>Where a post or a section stands in the log, so that a change looks at the frames that it is about and at no others.</summary>
internal sealed class FrameRegister
{
    // A post's id never reads like the name of a section.
    private readonly Dictionary<string, List<long>> _places = [];

    /// <summary>The numbers of the frames that speak of any of these, each once, oldest first.</summary>
    public IReadOnlyCollection<long> Of(IEnumerable<string> names)
    {
        var found = new SortedSet<long>();
        foreach (var name in names)
            if (_places.TryGetValue(name, out var places)) found.UnionWith(places);
        return found;
    }

    public void Enter(Frame frame)
    {
        foreach (var name in frame.Names)
        {
            if (!_places.TryGetValue(name, out var places)) _places.Add(name, places = new List<long>(1));
            places.Add(frame.Seq);
        }
    }

    public void Strike(Frame frame)
    {
        foreach (var name in frame.Names)
        {
            if (!_places.TryGetValue(name, out var places)) continue;
            places.Remove(frame.Seq);
            if (places.Count == 0) _places.Remove(name);
        }
    }

    public void Clear() => _places.Clear();
}
