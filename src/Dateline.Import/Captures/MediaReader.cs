using Dateline.Core.Blocks;
using Dateline.Core.Text;
using Dateline.Import.Sources;

namespace Dateline.Import.Captures;

/// <summary>Reads pictures and recordings by the words that mark them.</summary>
internal sealed class MediaReader(LineCursor cursor, Remarks remarks)
{
    /// <summary>Takes what stands at the cursor and adds it, or completes the picture before it; false when it is neither picture nor recording.</summary>
    public bool TakeInto(List<Block> blocks)
    {
        var line = cursor.Current;
        if (Markers.IsCredit(line.Text, out var alt, out var credit)) TakeCredited(alt, credit, blocks);
        else if (Markers.IsImageCaption(line.Text, out var caption)) TakeCaptioned(caption, blocks);
        else if (Markers.IsVideoCaption(line.Text, out caption)) TakeRecording(caption, words => new Video { Caption = words }, blocks);
        else if (Markers.IsAudioCaption(line.Text, out caption)) TakeRecording(caption, words => new Audio { Caption = words }, blocks);
        else if (DescribesWhatFollows()) TakeDescribed(blocks);
        else return false;
        return true;
    }

    // The description in a line of its own, with the credit or caption directly below it.
    private bool DescribesWhatFollows() =>
        ListItemLine.Of(cursor.Current) is null
        && cursor.Following() is (var next, false)
        && ((Markers.IsCredit(next.Text, out var alt, out _) && alt.Length == 0) || Markers.IsImageCaption(next.Text, out _));

    private void TakeDescribed(List<Block> blocks)
    {
        var described = cursor.Take().Text;
        var marker = cursor.Current.Text;
        if (Markers.IsCredit(marker, out _, out var credit)) TakeCredited(described, credit, blocks);
        else if (Markers.IsImageCaption(marker, out var caption)) Caption(new Image { Alt = described }, caption, blocks);
    }

    private void TakeCredited(string alt, string credit, List<Block> blocks)
    {
        var marker = cursor.Take();
        if (credit.Length == 0 && !TakeWords(out credit))
        {
            // The description may have stood in the line above.
            Dangling(marker.Text.StartsWith(alt, StringComparison.Ordinal) ? marker.Saying(marker.Text[alt.Length..]) : marker, alt.Length > 0 ? new Image { Alt = alt } : null, blocks);
            return;
        }
        credit = Words.WithoutLinkMarks(credit);
        if (alt.Length == 0 && blocks is [.., Image { Credit: null } uncredited])
        {
            blocks[^1] = uncredited with { Credit = credit };
            return;
        }
        var image = new Image { Alt = alt.Length == 0 ? null : alt, Credit = credit };
        if (cursor.AtLine() && Markers.IsImageCaption(cursor.Current.Text, out var caption)) Caption(image, caption, blocks);
        else if (alt.Length > 0) blocks.Add(image);
        else Dangling(marker.Saying($"Image source, {credit}"), null, blocks);
    }

    private void TakeCaptioned(string caption, List<Block> blocks)
    {
        var image = new Image();
        if (blocks is [.., Image { Caption: null } before])
        {
            image = before;
            blocks.RemoveAt(blocks.Count - 1);
        }
        Caption(image, caption, blocks);
    }

    // With the cursor on the caption's marker.
    private void Caption(Image image, string caption, List<Block> blocks)
    {
        var marker = cursor.Take();
        if (caption.Length > 0 || TakeWords(out caption)) blocks.Add(image with { Caption = RichText.Plain(Words.WithoutLinkMarks(caption)) });
        else Dangling(marker, image is { Alt: null, Credit: null } ? null : image, blocks);
    }

    private void TakeRecording(string caption, Func<RichText, Block> recording, List<Block> blocks)
    {
        var marker = cursor.Take();
        if (caption.Length > 0 || TakeWords(out caption)) blocks.Add(recording(RichText.Plain(Words.WithoutLinkMarks(caption))));
        else Dangling(marker, null, blocks);
    }

    private bool TakeWords(out string words)
    {
        words = cursor.AtLine() && !Markers.IsAny(cursor.Current.Text) ? cursor.Take().Text : "";
        return words.Length > 0;
    }

    // The capture breaks off after a marker, or the page had nothing behind it. A credit alone shows no picture; it keeps its words.
    private void Dangling(Line marker, Image? image, List<Block> blocks)
    {
        remarks.Add(marker.Number, $"Nothing was found that belongs to this; it was kept as a paragraph: {Remarks.Quote(marker.Text)}");
        if (image is { Alt: null, Credit: { } credit }) blocks.Add(new Paragraph { Text = RichText.Plain($"Image source, {credit}") });
        else if (image is not null) blocks.Add(image);
        blocks.Add(new Paragraph { Text = RichText.Plain(marker.Text) });
    }
}
