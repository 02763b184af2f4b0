using System.Text;
using Dateline.Testing;
using NetVips;

namespace Dateline.Media.Tests;

/// <summary>Parts that are cut out of pictures.</summary>
public sealed class CroppingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_part_has_the_pixels_that_lie_there_and_its_own_size()
    {
        // White but for the lower right quarter, which is black.
        using var white = (Image.Black(400, 300) + 255).Cast(Enums.BandFormat.Uchar);
        using var drawn = white.Insert(Image.Black(200, 150), 200, 150);
        drawn.Pngsave(_folder.File("whole"));
        var part = Cut("whole", new Crop(200, 150, 200, 150));
        Assert.Equal((200, 150, "jpeg", "000000000000"), (part.Width, part.Height, part.Kind, part.Colours));
        Assert.Equal("ffffffffffff", Cut("whole", new Crop(0, 0, 200, 300)).Colours);
    }

    [Fact]
    public void A_part_of_a_picture_that_was_held_upright_is_cut_as_it_is_looked_at_and_does_not_say_where_it_was_taken()
    {
        File.WriteAllBytes(_folder.File("whole"), Pictures.FromPhone(600, 400));
        Assert.Contains("Ana Sorrel", Encoding.Latin1.GetString(File.ReadAllBytes(_folder.File("whole"))), StringComparison.Ordinal);
        var whole = PictureReader.Look(_folder.File("whole")).Value;
        Assert.Equal((400, 600), (whole.Width, whole.Height));
        var part = Cut("whole", new Crop(0, 300, 400, 300));
        Assert.Equal((400, 300), (part.Width, part.Height));
        // The lower half of the picture, so the lower two quarters of it are within: the same colours, but for what a second JPEG takes.
        var bytes = File.ReadAllBytes(_folder.File("part"));
        Assert.DoesNotContain("Ana Sorrel", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        using var cut = Image.NewFromFile(_folder.File("part"));
        Assert.DoesNotContain(cut.GetFields(), field => field.StartsWith("exif", StringComparison.Ordinal) || field == "orientation");
    }

    [Fact]
    public void What_shines_through_goes_on_shining_through_and_the_same_part_is_the_same_file()
    {
        File.WriteAllBytes(_folder.File("whole"), Pictures.WithHole(300, 200));
        Assert.Equal("png", Cut("whole", new Crop(10, 10, 100, 100)).Kind);
        var once = File.ReadAllBytes(_folder.File("part"));
        Cut("whole", new Crop(10, 10, 100, 100));
        Assert.Equal(once, File.ReadAllBytes(_folder.File("part")));
    }

    private SeenPicture Cut(string whole, Crop crop)
    {
        Cropping.Write(_folder.File(whole), crop, _folder.File("part"));
        return PictureReader.Look(_folder.File("part")).Value;
    }
}
