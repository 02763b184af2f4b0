namespace Dateline.Public.Pages.Looks;

/// <summary>What a whole page wears beside the newsroom's style.</summary>
public sealed record Look(PageAssets Assets, Stylesheet Stylesheet);
