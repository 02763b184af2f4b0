using System.Collections.Frozen;

namespace Dateline.Core.Times;

/// <summary>Zones that share their names, by winter offset.</summary>
internal sealed record ZoneFamily(TimeSpan Offset, ZoneName Standard, ZoneName? Summer);

/// <summary>The names in common use, by IANA zone. Source: the tz database's own abbreviations, where they are letters; Windows and ICU offer none that readers know.</summary>
/// <remarks>Only names that mean one thing to the zone's own readers are here; a zone that is missing reads as its offset, which is never wrong.</remarks>
internal static class ZoneTable
{
    private static readonly FrozenDictionary<string, ZoneFamily> Families = Build();

    public static ZoneFamily? FamilyOf(string zone) => Families.GetValueOrDefault(zone);

    private static FrozenDictionary<string, ZoneFamily> Build()
    {
        var table = new Dictionary<string, ZoneFamily>();
        void Add(double hours, string shortName, string longName, string? summerShort, string? summerLong, string zones)
        {
            var summer = summerShort is null ? null : new ZoneName(summerShort, summerLong!);
            var family = new ZoneFamily(TimeSpan.FromHours(hours), new(shortName, longName), summer);
            foreach (var zone in zones.Split(' ')) table.Add(zone, family);
        }

        Add(0, "UTC", "Coordinated Universal Time", null, null, "UTC Etc/UTC");
        Add(0, "GMT", "Greenwich Mean Time", "BST", "British Summer Time", "Europe/London Europe/Belfast Europe/Jersey Europe/Guernsey Europe/Isle_of_Man GB");
        Add(0, "GMT", "Greenwich Mean Time", "IST", "Irish Standard Time", "Europe/Dublin");
        Add(0, "GMT", "Greenwich Mean Time", null, null, "GMT Etc/GMT Africa/Abidjan Africa/Accra Africa/Dakar Africa/Freetown Africa/Monrovia Atlantic/Reykjavik Africa/Bamako Africa/Banjul Africa/Conakry Africa/Lome Africa/Nouakchott Africa/Ouagadougou");
        Add(0, "WET", "Western European Time", "WEST", "Western European Summer Time", "Europe/Lisbon Atlantic/Madeira Atlantic/Canary Atlantic/Faroe");
        Add(1, "CET", "Central European Time", "CEST", "Central European Summer Time",
            "Europe/Paris Europe/Berlin Europe/Rome Europe/Madrid Europe/Amsterdam Europe/Brussels Europe/Vienna Europe/Zurich Europe/Stockholm Europe/Oslo "
            + "Europe/Copenhagen Europe/Prague Europe/Warsaw Europe/Budapest Europe/Belgrade Europe/Zagreb Europe/Ljubljana Europe/Sarajevo Europe/Skopje "
            + "Europe/Podgorica Europe/Tirane Europe/Bratislava Europe/Luxembourg Europe/Monaco Europe/Malta Europe/Andorra Europe/Vaduz Europe/San_Marino Europe/Vatican Europe/Gibraltar Africa/Ceuta");
        Add(1, "CET", "Central European Time", null, null, "Africa/Algiers Africa/Tunis");
        Add(1, "WAT", "West Africa Time", null, null, "Africa/Lagos Africa/Kinshasa Africa/Luanda Africa/Douala Africa/Libreville Africa/Niamey Africa/Ndjamena Africa/Bangui Africa/Brazzaville Africa/Malabo Africa/Porto-Novo");
        Add(2, "EET", "Eastern European Time", "EEST", "Eastern European Summer Time",
            "Europe/Athens Europe/Helsinki Europe/Kyiv Europe/Kiev Europe/Bucharest Europe/Sofia Europe/Riga Europe/Tallinn Europe/Vilnius Europe/Chisinau Europe/Mariehamn Asia/Nicosia Asia/Beirut Africa/Cairo");
        Add(2, "EET", "Eastern European Time", null, null, "Africa/Tripoli Europe/Kaliningrad");
        Add(2, "IST", "Israel Standard Time", "IDT", "Israel Daylight Time", "Asia/Jerusalem Asia/Tel_Aviv");
        Add(2, "SAST", "South Africa Standard Time", null, null, "Africa/Johannesburg Africa/Maseru Africa/Mbabane");
        Add(2, "CAT", "Central Africa Time", null, null, "Africa/Maputo Africa/Harare Africa/Lusaka Africa/Kigali Africa/Lubumbashi Africa/Gaborone Africa/Blantyre Africa/Bujumbura Africa/Khartoum Africa/Juba Africa/Windhoek");
        Add(3, "EAT", "East Africa Time", null, null, "Africa/Nairobi Africa/Addis_Ababa Africa/Kampala Africa/Dar_es_Salaam Africa/Mogadishu Africa/Djibouti Africa/Asmara Indian/Antananarivo");
        Add(3, "MSK", "Moscow Standard Time", null, null, "Europe/Moscow Europe/Simferopol");
        Add(5, "PKT", "Pakistan Standard Time", null, null, "Asia/Karachi");
        Add(5.5, "IST", "India Standard Time", null, null, "Asia/Kolkata Asia/Calcutta");
        Add(7, "WIB", "Western Indonesia Time", null, null, "Asia/Jakarta");
        Add(8, "HKT", "Hong Kong Time", null, null, "Asia/Hong_Kong");
        Add(8, "PST", "Philippine Standard Time", null, null, "Asia/Manila");
        Add(8, "AWST", "Australian Western Standard Time", null, null, "Australia/Perth");
        Add(9, "JST", "Japan Standard Time", null, null, "Asia/Tokyo");
        Add(9, "KST", "Korea Standard Time", null, null, "Asia/Seoul");
        Add(9.5, "ACST", "Australian Central Standard Time", "ACDT", "Australian Central Daylight Time", "Australia/Adelaide Australia/Darwin");
        Add(10, "AEST", "Australian Eastern Standard Time", "AEDT", "Australian Eastern Daylight Time", "Australia/Sydney Australia/Melbourne Australia/Brisbane Australia/Hobart");
        Add(12, "NZST", "New Zealand Standard Time", "NZDT", "New Zealand Daylight Time", "Pacific/Auckland");
        Add(-3.5, "NST", "Newfoundland Standard Time", "NDT", "Newfoundland Daylight Time", "America/St_Johns");
        Add(-4, "AST", "Atlantic Standard Time", "ADT", "Atlantic Daylight Time", "America/Halifax America/Puerto_Rico America/Barbados America/Martinique Atlantic/Bermuda");
        Add(-5, "EST", "Eastern Standard Time", "EDT", "Eastern Daylight Time", "America/New_York America/Toronto America/Detroit America/Jamaica America/Panama America/Port-au-Prince");
        Add(-6, "CST", "Central Standard Time", "CDT", "Central Daylight Time", "America/Chicago America/Winnipeg America/Mexico_City America/Costa_Rica America/Guatemala America/El_Salvador");
        Add(-7, "MST", "Mountain Standard Time", "MDT", "Mountain Daylight Time", "America/Denver America/Edmonton America/Phoenix");
        Add(-8, "PST", "Pacific Standard Time", "PDT", "Pacific Daylight Time", "America/Los_Angeles America/Vancouver America/Tijuana");
        Add(-9, "AKST", "Alaska Standard Time", "AKDT", "Alaska Daylight Time", "America/Anchorage");
        Add(-10, "HST", "Hawaii Standard Time", null, null, "Pacific/Honolulu");
        return table.ToFrozenDictionary();
    }
}
