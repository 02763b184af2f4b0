using CsCheck;
using Dateline.Core.Media;
using Xunit;

namespace Dateline.Core.Tests.Media;

public sealed class RecordingNameTests
{
    private static readonly string Hash = new('e', 64);

    private static readonly Gen<RecordingName> Any = Gen.OneOf(
        Gen.Select(Gen.Int[1, 30_000], Gen.Int[1, 30_000], Gen.Int[1, 14_400_000], (width, height, length) => (RecordingName)new VideoName(Hash, width, height, TimeSpan.FromMilliseconds(length))),
        Gen.Select(Gen.Int[1, 14_400_000], Gen.Bool, (length, isMp3) => (RecordingName)new SoundName(Hash, TimeSpan.FromMilliseconds(length), isMp3)),
        Gen.Const((RecordingName)new CaptionsName(Hash)));

    [Fact]
    public void A_name_is_read_as_it_was_written() => Any.Sample(name =>
    {
        Assert.True(RecordingName.TryParse(name.ToString(), out var read));
        Assert.Equal(name, read);
        Assert.NotNull(RecordingFile.ContentType(name.File));
        Assert.False(PictureName.TryParse(name.ToString(), out _));
    });

    [Theory]
    [InlineData("")]
    [InlineData("film.mp4")]
    [InlineData("{hash}.mp4")]
    [InlineData("{hash}-12.mp4")]
    [InlineData("{hash}-320x180-0.mp4")]
    [InlineData("{hash}-320x180-012.mp4")]
    [InlineData("{hash}-320x180-14400001.mp4")]
    [InlineData("{hash}-0x180-2000.mp4")]
    [InlineData("{hash}-320x180-2000.mov")]
    [InlineData("{hash}-320x180-2000.mp4.mp4")]
    [InlineData("{hash}-2000.wav")]
    [InlineData("{hash}-1.vtt")]
    [InlineData("{hash}-900x600-000000000000")]
    public void Nothing_else_is_a_name(string text) => Assert.False(RecordingName.TryParse(text.Replace("{hash}", Hash, StringComparison.Ordinal), out _));
}
