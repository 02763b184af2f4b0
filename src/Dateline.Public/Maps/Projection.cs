namespace Dateline.Public.Maps;

/// <summary>Lays a part of the globe flat: kilometres right and down of its middle.</summary>
internal abstract class Projection(Point centre)
{
    /// <summary>The mean radius of the earth, in kilometres.</summary>
    public const double Radius = 6371;

    /// <summary>Once around, in kilometres.</summary>
    public const double Around = 2 * Math.PI * Radius;

    /// <summary>Its middle, in degrees.</summary>
    public Point Centre => centre;

    /// <summary>Where a place comes to lie. East is counted from the middle, so that the antimeridian lies far from it.</summary>
    /// <param name="east">Degrees east of the middle.</param>
    /// <param name="north">Degrees north of the equator.</param>
    public abstract Point Lay(double east, double north);

    public Point Lay(Point place) => Lay(Wrapped(place.X - centre.X), place.Y);

    /// <summary>Degrees from -180 to 180.</summary>
    public static double Wrapped(double degrees) => degrees - (360 * Math.Floor((degrees + 180) / 360));

    protected static double Radians(double degrees) => degrees * Math.PI / 180;

    protected static double Degrees(double radians) => radians * 180 / Math.PI;
}

/// <summary>Lambert's equal-area projection around a point: true in the middle and hardly wrong as far as a map of a region goes, at the poles and across the antimeridian too (Snyder, Map Projections, 1987, chapter 24).</summary>
internal sealed class Around(Point centre) : Projection(centre)
{
    private readonly double _sin = Math.Sin(Radians(centre.Y));
    private readonly double _cos = Math.Cos(Radians(centre.Y));

    public override Point Lay(double east, double north)
    {
        var (sinNorth, cosNorth) = Math.SinCos(Radians(north));
        var (sinEast, cosEast) = Math.SinCos(Radians(east));
        // The point on the other side of the world has no place; it never comes near a map of a region.
        var scale = Radius * Math.Sqrt(2 / Math.Max(1e-9, 1 + (_sin * sinNorth) + (_cos * cosNorth * cosEast)));
        return new Point(scale * cosNorth * sinEast, -scale * ((_cos * sinNorth) - (_sin * cosNorth * cosEast)));
    }

    /// <summary>The place that lies there: degrees east of the middle, degrees north.</summary>
    public Point Find(Point at)
    {
        var far = Math.Sqrt((at.X * at.X) + (at.Y * at.Y));
        if (far < 1e-9) return new Point(0, Centre.Y);
        var (sin, cos) = Math.SinCos(2 * Math.Asin(Math.Min(1, far / (2 * Radius))));
        var north = Math.Asin(Math.Clamp((cos * _sin) - (at.Y * sin * _cos / far), -1, 1));
        var east = Math.Atan2(at.X * sin, (far * _cos * cos) + (at.Y * _sin * sin));
        return new Point(Degrees(east), Degrees(north));
    }
}

/// <summary>The whole world as a sheet of equal degrees.</summary>
internal sealed class Whole(Point centre) : Projection(new Point(centre.X, 0))
{
    public override Point Lay(double east, double north) => new(Radians(east) * Radius, -Radians(north) * Radius);
}
