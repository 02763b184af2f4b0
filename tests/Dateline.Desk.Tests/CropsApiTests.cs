using Dateline.Testing;
using Xunit;

namespace Dateline.Desk.Tests;

/// <summary>A part of a picture is a picture of its own.</summary>
public sealed class CropsApiTests(NewsroomApi newsroom) : IClassFixture<NewsroomApi>
{
    private const string Library = "/api/v1/media";

    [Fact]
    public async Task A_part_is_shown_like_any_picture_with_what_is_known_about_the_whole()
    {
        var whole = (await newsroom.Reporter.Sends(Pictures.Jpeg(600, 400, 31), "gates.jpg")).Is(201)["hash"]!;
        (await newsroom.Reporter.Patch($"{Library}/{whole}", """{"alt":"Gates","credit":"Ana Ruiz","creditKind":"own","place":"Port Said","rights":"Once"}""")).Is(200);
        var part = (await newsroom.Reporter.Post($"{Library}/{whole}/crops", """{"left":100,"top":50,"width":300,"height":200}""")).Is(201);
        Assert.Equal(("300", "200", "gates.jpg", whole), (part["width"], part["height"], part["fileName"], part["partOf"]));
        Assert.Equal("""{"alt":"Gates","credit":"Ana Ruiz","creditKind":"own","place":"Port Said","rights":"Once"}""", (await newsroom.Reporter.Get($"{Library}/{part["hash"]}")).Is(200).Json["details"]!.ToJsonString());

        var posts = await newsroom.Begins("cropped");
        (await newsroom.Editor.Post(posts, $$"""{"headline":"Gates","blocks":[{"kind":"image","media":"{{part.Id}}","alt":"Gates"}],"publish":true}""")).Is(201);
        (await newsroom.Anonymous.Get($"/media/{part["hash"]}/320.webp")).Is(200);
        (await newsroom.Anonymous.Get($"/media/{whole}/320.webp")).Is(404);

        // Cut again it is the same, and keeps what was said about it since; a part of a part is of the same whole.
        (await newsroom.Reporter.Patch($"{Library}/{part["hash"]}", """{"alt":"One gate"}""")).Is(200);
        Assert.Equal(part.Id, (await newsroom.Editor.Post($"{Library}/{whole}/crops", """{"left":100,"top":50,"width":300,"height":200}""")).Is(200).Id);
        Assert.Equal("One gate", (string)(await newsroom.Reporter.Get($"{Library}/{part["hash"]}")).Json["details"]!["alt"]!);
        Assert.Equal(whole, (await newsroom.Reporter.Post($"{Library}/{part["hash"]}/crops", """{"left":0,"top":0,"width":100,"height":100}""")).Is(201)["partOf"]);
    }

    [Fact]
    public async Task The_right_to_show_a_picture_ends_for_its_parts_too()
    {
        var whole = (await newsroom.Reporter.Sends(Pictures.Jpeg(600, 400, 32))).Is(201)["hash"]!;
        var before = (await newsroom.Reporter.Post($"{Library}/{whole}/crops", """{"left":0,"top":0,"width":300,"height":200}""")).Is(201);
        var posts = await newsroom.Begins("cropped-ends");
        var body = $$"""{"headline":"Gates","blocks":[{"kind":"image","media":"{{before.Id}}","alt":"Gates"}],"publish":true}""";
        (await newsroom.Editor.Post(posts, body)).Is(201);
        (await newsroom.Reporter.Patch($"{Library}/{whole}", $$"""{"notAfter":"{{newsroom.Clock.GetUtcNow():O}}"}""")).Is(200);
        for (var i = 0; i < 4; i++) newsroom.Clock.Advance(TimeSpan.FromMilliseconds(250));
        await Bound.Until(async () => !(await newsroom.Anonymous.Get("/live/cropped-ends")).Text.Contains(before["hash"]!, StringComparison.Ordinal), "it left");
        (await newsroom.Editor.Post(posts, body)).Refuses(422, "blocks[0].media");
        var after = (await newsroom.Reporter.Post($"{Library}/{whole}/crops", """{"left":300,"top":200,"width":300,"height":200}""")).Is(201);
        (await newsroom.Editor.Post(posts, body.Replace(before.Id, after.Id, StringComparison.Ordinal))).Refuses(422, "blocks[0].media");
    }

    [Theory]
    [InlineData("""{"left":400,"top":0,"width":201,"height":100}""", "lies outside the picture, which is 600 by 400 pixels")]
    [InlineData("""{"left":-1,"top":0,"width":100,"height":100}""", "lies outside")]
    [InlineData("""{"left":2147483647,"top":0,"width":2147483647,"height":100}""", "lies outside")]
    [InlineData("""{"left":0,"top":0,"width":49,"height":100}""", "at least 50")]
    [InlineData("""{"left":0,"top":0}""", "at least 50")]
    public async Task A_part_that_is_none_is_refused_with_what_to_do(string crop, string says)
    {
        var whole = (await newsroom.Reporter.Sends(Pictures.Jpeg(600, 400, 33)))["hash"]!;
        Assert.Contains(says, (await newsroom.Reporter.Post($"{Library}/{whole}/crops", crop)).Refuses(422, "width")["title"]);
    }

    [Fact]
    public async Task Only_of_a_picture_that_is_there_can_a_part_be_had() =>
        (await newsroom.Reporter.Post($"{Library}/{new string('0', 64)}/crops", """{"left":0,"top":0,"width":100,"height":100}""")).Refuses(404);
}
