using Dateline.Core.Coverages;
using Dateline.Core.Posts;

namespace Dateline.Public.Pages;

/// <summary>A post as a list of live pages names it.</summary>
public sealed record Teaser(PostId Post, ShownTime Time, string? Headline);

/// <summary>A live page in the list of live pages, with its newest posts.</summary>
public sealed record Listing(PublicCoverage Coverage, IReadOnlyList<Teaser> Newest);
