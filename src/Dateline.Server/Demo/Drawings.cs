using System.Security.Cryptography;
using Dateline.Core.Media;
using Dateline.Desk.Media;
using Dateline.Media;
using Dateline.Media.Originals;
using Dateline.Storage.Media;

namespace Dateline.Server.Demo;

/// <summary>The sample's pictures, drawn by hand, as it were: the samples name them <c>drawn:…</c>.</summary>
internal sealed class Drawings(MediaFolder folder, IOriginals originals, PictureBook book, Development development)
{
    private static readonly Dictionary<string, Action<Canvas>> Scenes = new()
    {
        ["wall"] = Wall,
        ["street"] = Street,
        ["basin"] = Basin,
        ["piano"] = Piano,
        ["fleet"] = Fleet,
        ["platform"] = Platform,
    };

    /// <summary>Draws them into the library, as if they had been sent.</summary>
    /// <returns>What the library calls each.</returns>
    public async Task<IReadOnlyDictionary<string, string>> Keep(string by, CancellationToken cancellation)
    {
        var names = new Dictionary<string, string>();
        foreach (var (scene, draw) in Scenes)
        {
            var canvas = new Canvas(scene.Length);
            draw(canvas);
            var (bytes, file) = (canvas.Jpeg(), folder.Arriving());
            await File.WriteAllBytesAsync(file, bytes, cancellation);
            var (seen, hash) = (PictureReader.Look(file).Value, Convert.ToHexStringLower(SHA256.HashData(bytes)));
            if (await originals.Keep(file, hash, cancellation) is { } unkept) throw new InvalidOperationException(unkept.Sentence);
            var name = new PictureName(hash, seen.Width, seen.Height, seen.Colours);
            if ((await book.Add(name, seen.Kind, bytes.Length, $"{scene}.jpg", partOf: null, by, cancellation)).Refusal is { } refusal) throw new InvalidOperationException(refusal.Sentence);
            names[$"drawn:{scene}"] = name.ToString();
        }
        development.Hurry();
        return names;
    }

    private static void Wall(Canvas canvas)
    {
        canvas.Wash(0, Canvas.Height, 0x4a2f28, 0x3a2622);
        for (var row = 0; row < 19; row++)
            for (var x = -260 + (row % 2 * 130); x < Canvas.Width; x += 262)
                canvas.Rectangle(x, row * 74, 248, 62, Canvas.Mixed(0x9a5742, 0x6d3d33, canvas.Between(0, 1)));
        canvas.Rectangle(0, 1_390, Canvas.Width, 210, 0x565a5f);
        for (var x = 0; x < Canvas.Width; x += 400) canvas.Rectangle(x, 1_390, 8, 210, 0x43474c);
        canvas.Rectangle(180, 900, 2_040, 20, 0xd9a441);
        canvas.Rectangle(180, 920, 2_040, 6, 0x6b4a16);
        canvas.Rectangle(980, 800, 220, 84, 0xd9a441);
        canvas.Rectangle(996, 816, 188, 52, 0x8a6420);
    }

    private static void Street(Canvas canvas)
    {
        canvas.Wash(0, 1_000, 0x8d98a3, 0xc4c8c8);
        canvas.Wash(1_000, Canvas.Height, 0xa3a8a9, 0x777c80);
        canvas.Polygon(0x6f7378, (1_060, 560), (1_340, 560), (2_150, 1_600), (250, 1_600));
        for (var y = 600; y < 1_600; y += 36 + (y / 40))
            canvas.Line(1_200 - ((y - 560) * 0.9), y, 1_200 + ((y - 560) * 0.9), y, 4, 0x5d6166);
        int[] walls = [0xb9694f, 0xd8c3a0, 0x7f9aa0, 0xc98f5b, 0x97756a];
        for (var i = 0; i < 5; i++)
            foreach (var side in new[] { -1, 1 })
            {
                var (near, far) = (1_200 + (side * (1_000 - (i * 175))), 1_200 + (side * (820 - (i * 172))));
                var (foot, end, roof, ridge) = (1_520 - (i * 200), 1_320 - (i * 196), 260 + (i * 52), 300 + (i * 54));
                var wall = walls[(i + (side > 0 ? 2 : 0)) % 5];
                canvas.Polygon(wall, (near, foot), (far, end), (far, ridge), (near, roof));
                canvas.Polygon(0x3f4248, (near, roof), (far, ridge), ((near + far) / 2.0, roof - 90 + (i * 14)));
                var (window, size) = ((near + far) / 2.0, 62 - (i * 9));
                foreach (var floor in new[] { 0.3, 0.55 }) canvas.Rectangle(window - (size / 2.0), roof + ((foot - roof) * floor), size, size * 1.5, i % 2 == 0 ? 0xf0c66a : 0x2f3b45);
            }
        int[] coats = [0xc2452f, 0x2f5d66, 0xd9a441, 0x3c4660, 0x7a4b63];
        for (var i = 0; i < 9; i++) canvas.Figure(1_200 + (Math.Sin(i * 2.1) * (260 - (i * 22))), 1_480 - (i * 92), 330 - (i * 29), coats[i % 5]);
        for (var i = 0; i < 420; i++)
        {
            var (x, y) = (canvas.Between(-100, Canvas.Width), canvas.Between(-100, Canvas.Height));
            canvas.Line(x, y, x - 26, y + 96, 3, 0xb6bec5);
        }
    }

    private static void Basin(Canvas canvas)
    {
        canvas.Wash(0, Canvas.Height, 0x1d4a52, 0x0c2c33);
        canvas.Polygon(0x7b776f, (0, 0), (2_400, 0), (2_400, 190), (0, 250));
        for (var i = 0; i < 60; i++) canvas.Oval(canvas.Between(0, 2_400), canvas.Between(300, 1_600), canvas.Between(120, 380), 5, 0x2b5f68);
        canvas.Line(560, 220, 1_000, 620, 6, 0xd8cdb4);
        canvas.Line(1_820, 210, 1_500, 600, 6, 0xd8cdb4);
        int[] hulls = [0xd6cdbb, 0xb5432f, 0x2f6f7a, 0xe0b04c, 0x54606b, 0xf1efe8];
        for (var row = 0; row < 5; row++)
            for (var i = 0; i < 8 - (row % 2); i++)
            {
                var (x, y, turned) = (620 + (i * 165) + (row % 2 * 82) + canvas.Between(-14, 14), 560 + (row * 205) + canvas.Between(-16, 16), 82 + canvas.Between(-9, 9));
                var hull = hulls[(int)canvas.Between(0, 5.99)];
                canvas.Oval(x + 10, y + 14, 210, 92, 0x0a2228, turned);
                canvas.Oval(x, y, 206, 88, hull, turned);
                canvas.Oval(x, y, 160, 56, Canvas.Mixed(hull, 0x1c1c1c, 0.45), turned);
                canvas.Oval(x, y + 20, 56, 44, 0xe9e4d6, turned);
            }
    }

    private static void Piano(Canvas canvas)
    {
        canvas.Wash(0, 1_060, 0xa9a59a, 0xc9c2b0);
        for (var x = 0; x < Canvas.Width; x += 480) canvas.Rectangle(x + 60, 180, 300, 520, 0x60717a);
        canvas.Wash(1_060, Canvas.Height, 0x8a8d8f, 0x63676b);
        for (var i = 0; i < 7; i++) canvas.Line(i * 420, 1_060, (i * 520) - 320, 1_600, 6, 0x55595d);
        canvas.Oval(1_210, 1_420, 1_280, 120, 0x4b4f53);
        canvas.Polygon(0x3b2518, (720, 700), (1_680, 700), (1_680, 1_400), (720, 1_400));
        canvas.Rectangle(660, 1_040, 1_080, 90, 0x2b1a10);
        for (var i = 0; i < 26; i++) canvas.Rectangle(690 + (i * 39), 1_044, 34, 50, 0xf2ead8);
        canvas.Polygon(0x2f6f9a, (640, 650), (1_760, 640), (1_800, 980), (1_520, 930), (1_300, 1_010), (1_060, 940), (820, 1_020), (600, 960));
        canvas.Polygon(0x3f86b4, (640, 650), (1_760, 640), (1_740, 730), (660, 740));
        canvas.Oval(1_230, 600, 470, 170, 0xb79a6a, -4);
        canvas.Oval(1_230, 580, 400, 110, 0xcbb084, -4);
        canvas.Line(1_020, 600, 1_440, 572, 7, 0x8d7448);
    }

    private static void Fleet(Canvas canvas)
    {
        canvas.Wash(0, 980, 0x6e7881, 0xb9bdbb);
        for (var i = 0; i < 9; i++) canvas.Oval(canvas.Between(0, 2_400), canvas.Between(80, 420), canvas.Between(700, 1_300), canvas.Between(60, 150), 0x7c858c);
        canvas.Rectangle(0, 860, Canvas.Width, 120, 0x59544e);
        canvas.Wash(980, Canvas.Height, 0x51666b, 0x263a40);
        int[] hulls = [0xb5432f, 0x1f5963, 0xe0b04c, 0x3d4a57, 0xd9d3c4, 0x7a3b30, 0x2f6f7a];
        for (var i = 0; i < 7; i++)
        {
            var (x, y) = (60 + (i * 330), 1_120 + canvas.Between(-26, 26));
            canvas.Line(x + 150, y - 640, x + 150, y, 12, 0x3a3129);
            canvas.Line(x + 150, y - 600, x + 300, y - 60, 5, 0x4a4138);
            canvas.Line(x + 150, y - 600, x + 10, y - 60, 5, 0x4a4138);
            canvas.Rectangle(x + 70, y - 170, 150, 180, 0xece7da);
            canvas.Rectangle(x + 92, y - 140, 46, 52, 0x2c3a42);
            canvas.Polygon(hulls[i], (x - 30, y - 10), (x + 330, y - 40), (x + 280, y + 150), (x + 20, y + 150));
            canvas.Polygon(Canvas.Mixed(hulls[i], 0x101010, 0.4), (x - 4, y + 90), (x + 300, y + 90), (x + 280, y + 150), (x + 20, y + 150));
            canvas.Oval(x + 150, y + 190, 330, 34, Canvas.Mixed(hulls[i], 0x263a40, 0.7));
        }
        canvas.Line(40, 1_130, 2_360, 1_120, 7, 0xd8cdb4);
    }

    private static void Platform(Canvas canvas)
    {
        canvas.Wash(0, 760, 0xe9c58f, 0xf3e2c2);
        canvas.Polygon(0xb98f63, (0, 700), (700, 590), (1_300, 680), (2_400, 560), (2_400, 800), (0, 800));
        canvas.Wash(760, Canvas.Height, 0xa98a66, 0x8a6e50);
        canvas.Polygon(0xcdbda3, (1_060, 760), (2_400, 760), (2_400, 1_600), (1_330, 1_600));
        canvas.Polygon(0x9c8d78, (1_060, 760), (1_090, 760), (1_420, 1_600), (1_330, 1_600));
        for (var i = 0; i < 14; i++)
        {
            var y = 775 + (i * i * 4.4);
            canvas.Line(930 - ((y - 760) * 0.95), y, 1_020 + ((y - 760) * 0.12), y, 8 + (i * 1.6), 0x5b4634);
        }
        canvas.Line(950, 760, 250, 1_600, 16, 0x4a4c50);
        canvas.Line(1_000, 760, 1_010, 1_600, 16, 0x4a4c50);
        int[] coats = [0x3c4660, 0x7a4b63, 0x2f5d66, 0x8a5a2f, 0x54606b];
        for (var i = 0; i < 10; i++) canvas.Figure(1_560 + (i * 92), 1_000 + (i % 3 * 46), 300 + (i % 3 * 24), coats[i % 5]);
        canvas.Rectangle(1_560, 1_270, 250, 150, 0x8c3b2a);
        canvas.Rectangle(1_560, 1_320, 250, 14, 0x5f2419);
        canvas.Oval(1_680, 1_200, 200, 250, 0x3d3550);
        canvas.Oval(1_660, 1_060, 120, 136, 0x2d2740);
        canvas.Oval(1_640, 1_070, 64, 84, 0xc49a7c);
        canvas.Polygon(0x3d3550, (1_600, 1_220), (1_700, 1_300), (1_560, 1_440), (1_500, 1_420));
    }
}
