using System.Globalization;
using System.Text.RegularExpressions;

namespace Dateline.Public.Pages.Blocks.Charts;

/// <summary>A chart's numbers as its labels write them: with a percent or currency sign, where the unit is one.</summary>
public sealed partial class Figures
{
    private readonly Setting _setting;
    private readonly string _before;
    private readonly string _after;

    public Figures(Setting setting, string? unit)
    {
        (_setting, _before, _after) = (setting, "", "");
        if (unit is null) return;
        var currency = Currency().Match(unit.Trim());
        if (unit.Trim() is "%" or "٪" or "per cent" or "percent") (_before, _after) = setting.PercentSign;
        else if (currency.Success && setting.CurrencyFirst) (_before, _after) = (currency.Groups[1].Value, currency.Groups[2].Value);
        else if (currency.Success) _after = "\u00a0" + string.Join("\u00a0", new[] { currency.Groups[2].Value, currency.Groups[1].Value }.Where(part => part.Length > 0));
    }

    /// <summary>True when the labels say the unit.</summary>
    public bool SayUnit => _before.Length + _after.Length > 0;

    public string Of(decimal number)
    {
        var digits = _setting.Number(Math.Abs(number));
        return number < 0 ? _setting.Minus + _before + digits + _after : _before + digits + _after;
    }

    /// <summary>A number of an axis.</summary>
    public string Of(double number)
    {
        // Beyond what a decimal holds exactly, a label of thirty digits would say nothing either.
        if (Math.Abs(number) >= 1e15) return Shortest(number);
        return Of(Math.Round((decimal)number, Decimals(number)));
    }

    /// <summary>A number that has no room to be written out; the table has it whole.</summary>
    public string Shortest(double number) => number.ToString("0.#E+0", CultureInfo.InvariantCulture).Replace("-", _setting.Minus, StringComparison.Ordinal);

    // Twelve digits are more than an axis has; the rest is rounding of doubles.
    private static int Decimals(double number) => number == 0 ? 0 : Math.Clamp(11 - (int)Math.Floor(Math.Log10(Math.Abs(number))), 0, 28);

    // A currency that stands before its number, and thousands, millions or billions of it: £, US$, €bn.
    [GeneratedRegex(@"^([A-Z]{0,3}\p{Sc})\s?(k|m|bn|tn)?$")]
    private static partial Regex Currency();
}
