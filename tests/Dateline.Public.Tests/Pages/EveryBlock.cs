using Dateline.Core.Blocks;
using Dateline.Core.Text;

namespace Dateline.Public.Tests.Pages;

/// <summary>A block of every kind, and of the kinds that look different in different cases one of each case.</summary>
internal static class EveryBlock
{
    public static readonly IReadOnlyList<Block> Kinds =
    [
        new Paragraph
        {
            Text = new RichText([new Run("The barrier, built after the flood of 1965, "), new Run("has never been tested like this", [Mark.Strong]), new Run(". The harbour office's "),
                new Run("tide table", Href: "https://tides.example/merrow"), new Run(" and our own "), new Run("account of 1965", [Mark.Emphasis], "https://www.courier-archive.example/1965"), new Run(" give the figures; the gauge is "), new Run("MERROW-2", [Mark.Code]), new Run(".")]),
        },
        new Subheading { Text = Sample.Text("What happens next") },
        new ListBlock
        {
            Items =
            [
                new ListItem { Text = Sample.Text("The gates stay shut until 05:40, when the water outside is expected to fall below the river") },
                new ListItem
                {
                    Text = Sample.Text("Pumping goes on in the Lower Town"),
                    Items = [new ListItem { Text = Sample.Text("Quay Street first") }, new ListItem { Text = Sample.Text("then the school") }],
                },
            ],
        },
        new ListBlock { Ordered = true, Items = [new ListItem { Text = Sample.Text("Keep away from the sea wall") }, new ListItem { Text = Sample.Text("Boil tap water until Wednesday") }] },
        new Quote { Text = Sample.Text("“We had nine centimetres to spare. I would not have bet on nine.”"), Attribution = "Halla Brandt, harbour master", Source = "Radio Merrow", SourceUrl = "https://radio.example/brandt" },
        new Image { Alt = "A dinghy tied to the railings of the town hall", Caption = Sample.Text("Quay Street at high water"), Credit = "Tom Leight", CreditKind = CreditKind.Own },
        new Image { Media = "9f86d0819f86d0819f86d0819f86d0819f86d0819f86d0819f86d0819f86d081-1800x1200-9ab8ac532421", Alt = "Volunteers stack sandbags against a shop door", Caption = Sample.Text("Volunteers worked through the night"), Credit = "Coast Guard", CreditKind = CreditKind.Handout, FocalPoint = new FocalPoint(0.3, 0.7) },
        new Image { Media = "a3f5b1c2a3f5b1c2a3f5b1c2a3f5b1c2a3f5b1c2a3f5b1c2a3f5b1c2a3f5b1c2-1200x1800-9ab8ac532421", Alt = "A man is carried from a flooded house", Warning = "This picture shows an injured man", Credit = "Merrow Pictures", CreditKind = CreditKind.Agency },
        new Image { SourceUrl = "https://elsewhere.example/picture.jpg" },
        new Gallery
        {
            Caption = Sample.Text("The night in pictures"),
            Items =
            [
                new Picture { Alt = "Beds in a school hall", Caption = Sample.Text("St Brannoc's school took in 600 people"), Credit = "Ines Varga" },
                new Picture { Alt = "A bakery van on a flooded street", Caption = Sample.Text("Bread arrived by boat"), Credit = "A reader", CreditKind = CreditKind.User },
            ],
        },
        new Video { Media = "c0ffee0011223344", Poster = "c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00-1800x1200-9ab8ac532421", Captions = "c0ffee0011223366", Caption = Sample.Text("The moment the gates closed"), Credit = "Merrow TV", Transcript = Sample.Text("Stand clear. Closing one and two.") },
        new Video { Url = "https://video.example/gates", Caption = Sample.Text("The harbour master speaks to reporters") },
        new Video { Caption = Sample.Text("Watch: waves over the walkway"), Warning = "Flashing lights" },
        new Video { Lapsed = true, Caption = Sample.Text("The second gate goes down") },
        new Audio { Show = "Tidelines", Episode = "What a barrier cannot do", Url = "https://audio.example/tidelines/12", Caption = Sample.Text("Our weekly programme on the coast") },
        new Audio { Media = "beefbeef00112233", Caption = Sample.Text("The siren at 14:05"), Transcript = Sample.Text("A long rising tone, three times.") },
        new Chart
        {
            Type = ChartType.Bar, Title = "The highest tides at Port Merrow", Unit = "metres above datum", Period = "1953–2025", Source = "Harbour office", Note = "The gauge was moved in 1971.",
            Columns = ["Year", "Tide"], Rows = [["2025", 5.31m], ["1965", 5.28m], ["1953", 5.02m], ["2013", 4.87m]],
        },
        new Chart { Type = ChartType.GroupedBar, Title = "Homes without power", Columns = ["District", "Monday", "Tuesday"], Rows = [["Lower Town", 3200m, 410m], ["Harbour", 1150m, 96m], ["Hill", 40m, new Cell()]] },
        new Chart { Type = ChartType.Range, Title = "Expected water level, by gauge", Unit = "metres", Columns = ["Gauge", "From", "To"], Rows = [["Quay", 4.1m, 5.2m], ["Bridge", -0.4m, 1.7m]] },
        new Chart
        {
            Type = ChartType.Line, Title = "The water at the gates through the day", Unit = "metres", Source = "Harbour office", Columns = ["Time", "Sea side", "River side"],
            Rows = [["06:00", 2.1m, 1.9m], ["10:00", 3.4m, 2.2m], ["14:00", 4.9m, 2.4m], ["18:00", 5.31m, 2.6m], ["21:00", 4.6m, 2.7m]],
        },
        new Table { Title = "Where people can sleep tonight", Columns = ["Place", "Beds", "Free"], Rows = [["St Brannoc's school", 600m, 12m], ["Town hall", 220m, 0m], ["Hill church", "about 80", 31m]], Caption = Sample.Text("Updated by the council every hour"), Source = "Port Merrow council" },
        new Embed { Url = "https://social.example/@merrowcouncil/1", Provider = "Social", Author = "Port Merrow council", Text = Sample.Text("The bridge is shut to everyone, on foot too."), PostedAt = Sample.Now.AddHours(-2) },
        new LinkCard { Kicker = "Further reading", Url = "/live/merrow-warning", Title = "The warning came on Sunday, and few believed it", Description = "How the forecast changed in six hours" },
        new Embed { Url = "https://youtu.be/aB3_dEf-9hI", Provider = "YouTube", Author = "Port Merrow barrier", Title = "The gates close, in one minute", Media = "7c1d9a40e2b65f13c08e47d2913fa6b05c7d8e2149a0b3c6d5f48e7712093a4b-1280x720-9ab8ac532421", Alt = "Ten steel gates across a river mouth" },
        new Embed { Url = "https://bsky.app/profile/merrow.example.com/post/3lbq7ra2k2s2x", Text = Sample.Text("Home again."), Media = "7c1d9a40e2b65f13c08e47d2913fa6b05c7d8e2149a0b3c6d5f48e7712093a4b-900x600-9ab8ac532421" },
        new LinkCard { Kicker = "Listen", Url = "https://audio.example/high-water/12", Show = "High Water", Title = "The night of the gates", Description = "How ten gates held", Guests = "Ana Sorrel and Tom Leight", Site = "Merrow Audio", Media = "7c1d9a40e2b65f13c08e47d2913fa6b05c7d8e2149a0b3c6d5f48e7712093a4b-900x900-9ab8ac532421" },
        new LinkCard { Title = "A page that has lost its address" },
        new Verification
        {
            Items =
            [
                new VerifiedItem { What = "A video of a wave breaking through a gate", Where = "Not Port Merrow: the railings are of another kind", When = "2018", Source = "Posted by an account made today", SourceUrl = "https://social.example/x", How = Sample.Text("The same frames are in a news report of seven years ago."), Finding = Finding.OldFootage },
                new VerifiedItem { What = "That the hospital was evacuated", Source = "Two nurses, by telephone", Finding = Finding.Unconfirmed },
            ],
        },
        new Map { Title = "Where the water came in", Credit = "Courier graphics", Places = [new Place { Name = "Quay Street", Latitude = 51.2041, Longitude = -3.4812, Note = "Up to 70 cm deep" }, new Place { Name = "Bridge End", Latitude = 51.2067, Longitude = -3.4779 }] },
        new Document { Url = "https://council.example/plan.pdf", Title = "The flood plan of Port Merrow", Source = "Port Merrow council", Pages = 48, Caption = Sample.Text("Section 4 is about the barrier.") },
        new Poll { Question = "Should the barrier be raised?", Options = [new PollOption { Text = "Yes, at once", Votes = 1204 }, new PollOption { Text = "Yes, in time", Votes = 655 }, new PollOption { Text = "No", Votes = 88 }], Closed = true },
        new Poll { Question = "Did you leave your home?", Options = [new PollOption { Text = "Yes" }, new PollOption { Text = "No" }] },
        new Scoreboard { Title = "Charity match for the flood fund", Status = "Half-time", Sides = [new Side { Name = "Port Merrow", Score = "2", Detail = "Adeyemi 12, Roe 40" }, new Side { Name = "Hill Rovers", Score = "1" }], Note = "Played at Hill Park", Source = "County league" },
        new Timeline { Title = "The day so far", Entries = [new TimelineEntry { When = "05:50", Text = Sample.Text("The forecast is raised to red") }, new TimelineEntry { When = "14:20", Text = Sample.Text("The gates close") }, new TimelineEntry { When = "18:02", Text = Sample.Text("High water") }] },
        new Qa { Items = [new Question { Asked = Sample.Text("Can the gates be opened by mistake?"), AskedBy = "Maria, Lower Town", AnsweredBy = "Tom Leight", Answer = [Sample.Text("No: two keys are needed, and one is in the harbour office."), Sample.Text("They were also chained this morning.")] }] },
        new Divider(),
    ];
}
