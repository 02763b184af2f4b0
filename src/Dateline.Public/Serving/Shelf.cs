using System.Collections.Concurrent;
using Dateline.Public.Live;
using Microsoft.Extensions.Caching.Memory;

namespace Dateline.Public.Serving;

/// <summary>Finished sheets, each made once for all who ask for it: a thousand requests for a page that has just changed wait for one rendering.</summary>
/// <remarks>Holds about <see cref="MostBytes"/> bytes, reckoning that all coded forms of a text together are no longer than the plain one; past that the ones not used lately go.</remarks>
public sealed class Shelf(Press press, LiveMeter meter, TimeProvider time) : IDisposable
{
    public const long MostBytes = 16 * 1024 * 1024;

    private readonly MemoryCache _sheets = new(new MemoryCacheOptions { SizeLimit = MostBytes });
    private readonly ConcurrentDictionary<object, Lazy<Task<Sheet?>>> _making = new();

    /// <summary>The sheet under this key, made when it is not there; the key holds all that the sheet depends on but the clock.</summary>
    public async ValueTask<Sheet?> Get<TKey>(TKey key, Func<Task<Sheet?>> make) where TKey : notnull
    {
        if (Kept(key) is { } kept)
        {
            press.Consider(kept);
            return kept;
        }
        var making = _making.GetOrAdd(key, _ => new Lazy<Task<Sheet?>>(() => Make(key, make)));
        try
        {
            return await making.Value;
        }
        finally
        {
            _making.TryRemove(new(key, making));
        }
    }

    public void Dispose() => _sheets.Dispose();

    // A sheet is on the shelf before its making is over: whoever found neither looks again, for it may have been finished between the two looks.
    private async Task<Sheet?> Make(object key, Func<Task<Sheet?>> make)
    {
        if (Kept(key) is { } meanwhile) return meanwhile;
        meter.PageRendered();
        if (await make() is not { } made) return null;
        var sheet = made with { MadeAt = time.GetTimestamp() };
        return _sheets.Set(key, sheet, new MemoryCacheEntryOptions { Size = 2L * sheet.Body.Plain.Length });
    }

    private Sheet? Kept(object key) => _sheets.TryGetValue(key, out Sheet? kept) && !(kept!.StaleAt <= time.GetUtcNow()) ? kept : null;
}
