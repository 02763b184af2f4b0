using CsCheck;
using Dateline.Core.Blocks;
using Dateline.Core.Text;
using static Dateline.Core.Tests.Any;

namespace Dateline.Core.Tests;

/// <summary>Blocks of every kind, finished or not: each field there or absent.</summary>
internal static class AnyBlock
{
    private static readonly Gen<CreditKind?> MaybeCreditKind = MaybeValue(Gen.Enum<CreditKind>());

    private static readonly Gen<FocalPoint?> MaybeFocalPoint = Maybe(Gen.Select(Gen.Double.Unit, Gen.Double.Unit, (x, y) => new FocalPoint(x, y)));

    private static readonly Gen<Picture> Picture =
        from media in MaybeWords
        from alt in MaybeWords
        from caption in MaybeProse
        from credit in MaybeWords
        from kind in MaybeCreditKind
        from warning in MaybeWords
        from focus in MaybeFocalPoint
        from source in MaybeUrl
        select new Picture { Media = media, Alt = alt, Caption = caption, Credit = credit, CreditKind = kind, Warning = warning, FocalPoint = focus, SourceUrl = source };

    private static readonly Gen<Cell> Cell = Gen.OneOf(
        Gen.Const(default(Cell)),
        Words.Select(words => new Cell(words)),
        Gen.Select(Gen.Long, Gen.Int[0, 9], (digits, scale) => new Cell(digits / (decimal)Math.Pow(10, scale))));

    private static readonly Gen<ValueList<ValueList<Cell>>?> MaybeRows = Maybe(List(List(Cell, 0, 4), 0, 4));

    private static readonly Gen<ValueList<string>?> MaybeColumns = Maybe(List(Words, 0, 4));

    private static Gen<ListItem> Item(int depth) =>
        from text in MaybeProse
        from items in depth == ListBlock.MostNesting ? Gen.Const((ValueList<ListItem>?)null) : Maybe(List(Item(depth + 1), 0, 2))
        select new ListItem { Text = text, Items = items };

    private static readonly Gen<Place> Place =
        from name in MaybeWords
        from latitude in Gen.Double[-90, 90]
        from longitude in Gen.Double[-180, 180]
        from note in MaybeWords
        select new Place { Name = name, Latitude = latitude, Longitude = longitude, Note = note };

    private static readonly Gen<VerifiedItem> VerifiedItem =
        from what in MaybeWords
        from @where in MaybeWords
        from when in MaybeWords
        from source in MaybeWords
        from url in MaybeUrl
        from how in MaybeProse
        from finding in Gen.Enum<Finding>()
        select new VerifiedItem { What = what, Where = @where, When = when, Source = source, SourceUrl = url, How = how, Finding = finding };

    private static readonly Gen<Question> Question =
        from asked in MaybeProse
        from askedBy in MaybeWords
        from answer in Maybe(List(Prose, 0, 3))
        from answeredBy in MaybeWords
        select new Question { Asked = asked, AskedBy = askedBy, Answer = answer, AnsweredBy = answeredBy };

    /// <summary>A generator for every kind; a kind without one fails a test.</summary>
    public static readonly IReadOnlyDictionary<Type, Gen<Block>> Kinds = new Dictionary<Type, Gen<Block>>
    {
        [typeof(Paragraph)] = MaybeProse.Select(text => (Block)new Paragraph { Text = text }),
        [typeof(Subheading)] = MaybeProse.Select(text => (Block)new Subheading { Text = text }),
        [typeof(ListBlock)] = Gen.Select(Gen.Bool, Maybe(List(Item(1), 0, 3)), (ordered, items) => (Block)new ListBlock { Ordered = ordered, Items = items }),
        [typeof(Quote)] = Gen.Select(MaybeProse, MaybeWords, MaybeWords, MaybeUrl, (text, who, source, url) => (Block)new Quote { Text = text, Attribution = who, Source = source, SourceUrl = url }),
        [typeof(Image)] = Picture.Select(p => (Block)new Image { Media = p.Media, Alt = p.Alt, Caption = p.Caption, Credit = p.Credit, CreditKind = p.CreditKind, Warning = p.Warning, FocalPoint = p.FocalPoint, SourceUrl = p.SourceUrl }),
        [typeof(Gallery)] = Gen.Select(Maybe(List(Picture, 0, 3)), MaybeProse, (items, caption) => (Block)new Gallery { Items = items, Caption = caption }),
        [typeof(Video)] =
            from media in MaybeWords
            from url in MaybeUrl
            from caption in MaybeProse
            from credit in MaybeWords
            from warning in MaybeWords
            from poster in MaybeWords
            from captions in MaybeWords
            from transcript in MaybeProse
            select (Block)new Video { Media = media, Url = url, Caption = caption, Credit = credit, Warning = warning, Poster = poster, Captions = captions, Transcript = transcript },
        [typeof(Audio)] =
            from media in MaybeWords
            from url in MaybeUrl
            from caption in MaybeProse
            from credit in MaybeWords
            from warning in MaybeWords
            from show in MaybeWords
            from episode in MaybeWords
            from artwork in MaybeWords
            from transcript in MaybeProse
            select (Block)new Audio { Media = media, Url = url, Caption = caption, Credit = credit, Warning = warning, Show = show, Episode = episode, Artwork = artwork, Transcript = transcript },
        [typeof(Chart)] =
            from type in Gen.Enum<ChartType>()
            from title in MaybeWords
            from unit in MaybeWords
            from period in MaybeWords
            from source in MaybeWords
            from note in MaybeWords
            from columns in MaybeColumns
            from rows in MaybeRows
            from summary in MaybeWords
            from apart in Gen.Bool
            select (Block)new Chart { Type = type, Title = title, Unit = unit, Period = period, Source = source, Note = note, Columns = columns, Rows = rows, Summary = summary, SmallMultiples = apart },
        [typeof(Table)] =
            from title in MaybeWords
            from columns in MaybeColumns
            from rows in MaybeRows
            from caption in MaybeProse
            from source in MaybeWords
            from note in MaybeWords
            select (Block)new Table { Title = title, Columns = columns, Rows = rows, Caption = caption, Source = source, Note = note },
        [typeof(Embed)] =
            from url in MaybeUrl
            from provider in MaybeWords
            from author in MaybeWords
            from title in MaybeWords
            from text in MaybeProse
            from posted in MaybeInstant
            from media in MaybeWords
            from alt in MaybeWords
            select (Block)new Embed { Url = url, Provider = provider, Author = author, Title = title, Text = text, PostedAt = posted, Media = media, Alt = alt },
        [typeof(LinkCard)] =
            from kicker in MaybeWords
            from url in MaybeUrl
            from title in MaybeWords
            from description in MaybeWords
            from site in MaybeWords
            from media in MaybeWords
            from show in MaybeWords
            from guests in MaybeWords
            select (Block)new LinkCard { Kicker = kicker, Url = url, Title = title, Description = description, Site = site, Media = media, Show = show, Guests = guests },
        [typeof(Verification)] = Maybe(List(VerifiedItem, 0, 3)).Select(items => (Block)new Verification { Items = items }),
        [typeof(Map)] = Gen.Select(MaybeWords, Maybe(List(Place, 0, 3)), MaybeProse, MaybeWords, MaybeValue(Gen.Int), (title, places, caption, credit, across) => (Block)new Map { Title = title, Places = places, Caption = caption, Credit = credit, Across = across }),
        [typeof(Document)] =
            from media in MaybeWords
            from url in MaybeUrl
            from title in MaybeWords
            from caption in MaybeProse
            from source in MaybeWords
            from pages in MaybeValue(Gen.Int)
            select (Block)new Document { Media = media, Url = url, Title = title, Caption = caption, Source = source, Pages = pages },
        [typeof(Poll)] = Gen.Select(
            MaybeWords,
            Maybe(List(Gen.Select(MaybeWords, MaybeValue(Gen.Long), (text, votes) => new PollOption { Text = text, Votes = votes }), 0, 3)),
            Gen.Bool,
            (question, options, closed) => (Block)new Poll { Question = question, Options = options, Closed = closed }),
        [typeof(Scoreboard)] =
            from title in MaybeWords
            from status in MaybeWords
            from sides in Maybe(List(Gen.Select(MaybeWords, MaybeWords, MaybeWords, (name, score, detail) => new Side { Name = name, Score = score, Detail = detail }), 0, 3))
            from note in MaybeWords
            from source in MaybeWords
            select (Block)new Scoreboard { Title = title, Status = status, Sides = sides, Note = note, Source = source },
        [typeof(Timeline)] = Gen.Select(
            MaybeWords,
            Maybe(List(Gen.Select(MaybeWords, MaybeProse, (when, text) => new TimelineEntry { When = when, Text = text }), 0, 3)),
            (title, entries) => (Block)new Timeline { Title = title, Entries = entries }),
        [typeof(Qa)] = Maybe(List(Question, 0, 3)).Select(items => (Block)new Qa { Items = items }),
        [typeof(Divider)] = Gen.Const((Block)new Divider()),
    };

    public static readonly Gen<Block> OfAnyKind =
        from block in Gen.OneOf([.. Kinds.Values])
        from id in Maybe(Gen.Int[1, 200].Select(n => $"b{n}"))
        select block with { Id = id };
}
