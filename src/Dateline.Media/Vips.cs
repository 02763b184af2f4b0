using NetVips;

namespace Dateline.Media;

/// <summary>libvips as this house uses it: only the readers of the kinds of picture that we take, one thread for each piece of work, and nothing kept between pieces.</summary>
internal static class Vips
{
    // Of everything libvips can read (documents, drawings, what other libraries read for it) these alone are open: less to attack.
    private static readonly string[] Readers = ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp", "VipsForeignLoadHeif", "VipsForeignLoadNsgif"];

    private static readonly Lazy<bool> Ready = new(() =>
    {
        NetVips.NetVips.BlockUntrusted = true;
        // What it has to say of a damaged file is said to whoever sent it.
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning, static (_, _, _) => { });
        Operation.Block("VipsForeignLoad", true);
        foreach (var reader in Readers) Operation.Block(reader, false);
        NetVips.NetVips.Concurrency = 1;
        Cache.Max = 0;
        return true;
    });

    /// <summary>Done before the first picture; that the library is there is learnt here.</summary>
    public static void Prepare() => _ = Ready.Value;
}
