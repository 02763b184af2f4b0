using System.Text.Json;
using Dateline.Core.Blocks;
using Dateline.Core.Text;

namespace Dateline.Import.Pages;

/// <summary>Reads the pictures and videos that a thing has beside its words.</summary>
internal static class Pictures
{
    public static IEnumerable<Block> Of(JsonElement thing, LinkedData data, BodyContext context) =>
        data.All(thing, "image").Select(image => Image(image, data, context)).OfType<Block>()
            .Concat(data.All(thing, "video").Select(video => Video(video, context)).OfType<Block>());

    private static Image? Image(JsonElement image, LinkedData data, BodyContext context)
    {
        if (image.ValueKind == JsonValueKind.String) return context.Addresses.Resolve(image.GetString()) is { } source ? new Image { SourceUrl = source } : null;
        if (context.Addresses.Resolve(image.Text("contentUrl", "url", "@id")) is not { } address) return null;
        var caption = PlainWords.Of(image.Text("caption"));
        return new Image
        {
            SourceUrl = address,
            Alt = PlainWords.Of(image.Text("description", "name")),
            Caption = caption is null ? null : RichText.Plain(caption),
            Credit = PlainWords.Of(image.Text("creditText", "copyrightNotice")) ?? new People(data).Of(image).Select(author => author.Name).FirstOrDefault(),
        };
    }

    private static Video? Video(JsonElement video, BodyContext context)
    {
        if (video.ValueKind == JsonValueKind.String) return context.Addresses.Resolve(video.GetString()) is { } source ? new Video { Url = source } : null;
        var caption = PlainWords.Of(video.Text("caption", "name", "description"));
        var address = context.Addresses.Resolve(video.Text("url", "embedUrl", "contentUrl"));
        return address is null && caption is null ? null : new Video { Url = address, Caption = caption is null ? null : RichText.Plain(caption) };
    }
}
