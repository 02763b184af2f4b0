using Dateline.Core.Blocks;
using Dateline.Public.Maps;
using Xunit;

namespace Dateline.Public.Tests.Maps;

/// <summary>Maps are drawn from the places alone; what they promise holds for every place on the globe.</summary>
public sealed class LocatorTests
{
    private const int Many = 200;

    [Fact]
    public void Every_place_lies_on_its_map_wherever_on_the_globe_it_is()
    {
        var chance = new Random(5);
        for (var i = 0; i < Many; i++)
        {
            var map = AnyMap(chance);
            var locator = Locator.Of(map)!;
            Assert.Equal(map.Places!.Count, locator.Dots.Count);
            Assert.All(locator.Dots, dot => Assert.True(dot.At.X is >= 0 and <= Sheet.Width && dot.At.Y >= 0 && dot.At.Y <= locator.Height, $"{map} has a dot at {dot.At}"));
        }
    }

    [Fact]
    public void A_map_never_takes_more_than_its_bound()
    {
        var chance = new Random(6);
        for (var i = 0; i < Many; i++)
        {
            var locator = Locator.Of(AnyMap(chance))!;
            Assert.InRange(locator.Drawing.Land.Length + locator.Drawing.Borders.Length, 0, Locator.MostOutline);
            if (locator.Inset is { } inset) Assert.InRange(inset.Drawing.Land.Length + inset.Drawing.Borders.Length, 0, Locator.MostInset);
        }
    }

    [Fact]
    public void Names_hide_neither_a_place_nor_each_other_and_end_within_the_map()
    {
        var chance = new Random(7);
        var named = 0;
        for (var i = 0; i < Many; i++)
        {
            var locator = Locator.Of(AnyMap(chance))!;
            if (!locator.Named) continue;
            named++;
            Assert.All(locator.Dots, dot => Assert.InRange(dot.TextAt.X, 0, Sheet.Width));
            Assert.All(locator.Dots, dot => Assert.InRange(dot.TextAt.Y, 0, locator.Height));
            Assert.Distinct(locator.Dots.Select(dot => dot.TextAt));
        }
        Assert.InRange(named, Many / 4, Many);
    }

    [Fact]
    public void The_same_places_give_the_same_map() => Assert.Equal(Locator.Of(One("Carrenmouth", 55.338, -1.6))!.Drawing, Locator.Of(One("Carrenmouth", 55.338, -1.6))!.Drawing);

    [Theory]
    // Land and water that everybody knows, as the path of the land has them.
    [InlineData(48.85, 2.35, true), InlineData(0, -30, false), InlineData(-25, 134, true), InlineData(-77, 105, true), InlineData(90, 0, false), InlineData(-89.5, 0, true), InlineData(40, -30, false), InlineData(55, 100, true)]
    [InlineData(66.5, 179.5, true), InlineData(66.5, -179.5, true), InlineData(0, 180, false), InlineData(42, 51, false), InlineData(71.2, -179.9, true, 300), InlineData(-16.6, 179.4, true, 300)]
    public void Land_is_land_and_water_is_water(double latitude, double longitude, bool land, int widest = 40_000)
    {
        foreach (var across in new[] { 300, 2_000, 8_000, 40_000 }.Where(across => across <= widest))
        {
            var locator = Locator.Of(One("Here", latitude, longitude) with { Across = across })!;
            Assert.True(land == IsLand(locator.Drawing.Land, locator.Dots[0].At), $"{latitude} {longitude} at {across} km");
        }
    }

    [Fact]
    public void A_map_of_one_place_has_it_in_the_middle_and_shows_the_usual_stretch()
    {
        var locator = Locator.Of(One("Carrenmouth", 55.338, -1.6))!;
        Assert.Equal(new Point(Sheet.Width / 2.0, locator.Height / 2.0), locator.Dots[0].At);
        Assert.Equal(Sheet.Usual, locator.Sheet.Across);
        Assert.Equal(50, locator.Bar);
        Assert.NotNull(locator.Inset);
    }

    [Theory]
    [InlineData(51.4779, 0, 51.4779, 1, 69.3)]
    [InlineData(0, 0, 1, 0, 111.2)]
    [InlineData(60, 179.5, 60, -179.5, 55.6)]
    [InlineData(89.5, 0, 89.5, 180, 111.2)]
    public void Distances_on_a_map_are_those_on_the_ground(double north1, double east1, double north2, double east2, double kilometres)
    {
        var locator = Locator.Of(new Map { Places = [new Place { Name = "A", Latitude = north1, Longitude = east1 }, new Place { Name = "B", Latitude = north2, Longitude = east2 }] })!;
        var (a, b) = (locator.Dots[0].At, locator.Dots[1].At);
        Assert.Equal(kilometres, Math.Sqrt(Math.Pow(a.X - b.X, 2) + Math.Pow(a.Y - b.Y, 2)) / locator.Sheet.Scale, 1.0);
    }

    [Fact]
    public void North_is_up_and_east_is_right()
    {
        var dots = Locator.Of(new Map { Places = [new Place { Name = "South-west", Latitude = 10, Longitude = 10 }, new Place { Name = "North-east", Latitude = 11, Longitude = 11 }] })!.Dots;
        Assert.True(dots[1].At.X > dots[0].At.X && dots[1].At.Y < dots[0].At.Y);
    }

    [Fact]
    public void Places_far_apart_lie_on_a_map_of_the_world_without_a_scale()
    {
        var locator = Locator.Of(new Map { Places = [new Place { Name = "London", Latitude = 51.5, Longitude = -0.1 }, new Place { Name = "Sydney", Latitude = -33.9, Longitude = 151.2 }, new Place { Name = "Lima", Latitude = -12, Longitude = -77 }] })!;
        Assert.True(locator.Sheet.IsWorld);
        Assert.Null(locator.Bar);
        Assert.Null(locator.Inset);
    }

    [Fact]
    public void So_many_places_or_places_so_close_are_numbered_as_the_list_is()
    {
        var many = Locator.Of(new Map { Places = [.. Enumerable.Range(0, Labels.MostNamed + 1).Select(i => new Place { Name = $"P{i}", Latitude = i, Longitude = i })] })!;
        Assert.False(many.Named);
        Assert.Equal(["1", "2", "3"], many.Dots.Take(3).Select(dot => dot.Text));
        var close = Locator.Of(new Map { Places = [.. Enumerable.Range(0, 6).Select(i => new Place { Name = "A place with a long name", Latitude = 50 + (i * 0.001), Longitude = 10 })] })!;
        Assert.False(close.Named);
    }

    [Fact]
    public void As_much_is_shown_as_is_wished_but_never_less_than_its_places_need()
    {
        Assert.Equal(1_000, Locator.Of(One("Here", 10, 10) with { Across = 1_000 })!.Sheet.Across);
        var two = new Map { Across = 20, Places = [new Place { Name = "A", Latitude = 10, Longitude = 10 }, new Place { Name = "B", Latitude = 10, Longitude = 12 }] };
        Assert.InRange(Locator.Of(two)!.Sheet.Across, 219, 500);
    }

    [Fact]
    public void A_place_that_lies_nowhere_yet_has_no_map()
    {
        Assert.Null(Locator.Of(new Map { Places = [new Place { Name = "Somewhere" }] }));
        Assert.Null(Locator.Of(new Map { Places = [new Place { Name = "Somewhere" }, new Place { Name = "Here", Latitude = 1, Longitude = 1 }] }));
        Assert.Null(Locator.Of(new Map { Places = [new Place { Name = "Off the globe", Latitude = 91, Longitude = 1 }] }));
        Assert.Null(Locator.Of(new Map()));
    }

    private static Map One(string name, double latitude, double longitude) => new() { Places = [new Place { Name = name, Latitude = latitude, Longitude = longitude }] };

    private static Map AnyMap(Random chance)
    {
        // Near each other, or anywhere; at the poles and the antimeridian more often than they are in the news.
        var spread = Math.Pow(10, chance.NextDouble() * 4 - 2);
        var (north, east) = (chance.Next(4) == 0 ? chance.Next(2) * 180 - 90 : chance.NextDouble() * 180 - 90, chance.Next(4) == 0 ? 180 : chance.NextDouble() * 360 - 180);
        return new Map
        {
            Across = chance.Next(3) == 0 ? chance.Next(Map.LeastAcross, Map.MostAcross) : null,
            Places = [.. Enumerable.Range(0, chance.Next(1, 7)).Select(i => new Place
            {
                Name = new string('n', chance.Next(1, 20)),
                Latitude = Math.Clamp(north + ((chance.NextDouble() - 0.5) * spread), -90, 90),
                Longitude = Projection.Wrapped(east + ((chance.NextDouble() - 0.5) * spread)),
            })],
        };
    }

    // By the rule that the page says: even-odd.
    private static bool IsLand(string path, Point at)
    {
        var inside = false;
        foreach (var ring in path.Split('z', StringSplitOptions.RemoveEmptyEntries))
        {
            var numbers = System.Text.RegularExpressions.Regex.Matches(ring, @"-?\d+").Select(number => double.Parse(number.Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
            var points = new List<Point> { new(numbers[0], numbers[1]) };
            for (var i = 2; i < numbers.Count; i += 2) points.Add(new Point(points[^1].X + numbers[i], points[^1].Y + numbers[i + 1]));
            for (var i = 0; i < points.Count; i++)
            {
                var (a, b) = (points[i], points[(i + 1) % points.Count]);
                if (a.Y > at.Y != b.Y > at.Y && at.X < a.X + ((b.X - a.X) * (at.Y - a.Y) / (b.Y - a.Y))) inside = !inside;
            }
        }
        return inside;
    }
}
