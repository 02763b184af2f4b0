using Dateline.Core.Blocks;
using Dateline.Core.Text;

namespace Dateline.Core.Rules;

/// <summary>A picture or recording that waits.</summary>
/// <param name="Block">The block's id.</param>
/// <param name="Picture">Which picture of a gallery; null for the whole block.</param>
public sealed record WaitingPiece(string Block, int? Picture = null);

/// <summary>What of a post's live version readers do not have yet, because alt text or credit is owed.</summary>
public sealed record Waiting(ValueList<WaitingPiece> Pieces)
{
    /// <summary>The blocks that readers have.</summary>
    public ValueList<Block> Without(ValueList<Block> blocks) => Pieces.Count == 0 ? blocks : [.. blocks.Select(Shown).OfType<Block>()];

    private Block? Shown(Block block)
    {
        if (Pieces.Any(piece => piece.Block == block.Id && piece.Picture is null)) return null;
        if (block is not Gallery { Items: { } items } gallery || !Pieces.Any(piece => piece.Block == block.Id)) return block;
        var shown = items.Where((_, i) => !Pieces.Contains(new WaitingPiece(block.Id!, i))).ToList();
        return shown.Count == 0 ? null : gallery with { Items = [.. shown] };
    }
}
