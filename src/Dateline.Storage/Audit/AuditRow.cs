namespace Dateline.Storage.Audit;

internal sealed class AuditRow
{
    private const int MostDetailCharacters = 500;

    public long Id { get; set; }

    public DateTimeOffset At { get; set; }

    public required string By { get; set; }

    public required string Did { get; set; }

    public required string About { get; set; }

    public string? Detail { get; set; }

    public string? Address { get; set; }

    public string? Via { get; set; }

    /// <param name="did">One of <see cref="Deeds.All"/>.</param>
    public static AuditRow Of(DateTimeOffset at, Hand by, string did, string about, string? detail) => new()
    {
        At = at,
        By = by.Name,
        Did = Deeds.Checked(did),
        About = about,
        Detail = detail is { Length: > MostDetailCharacters } ? detail[..MostDetailCharacters] : detail,
        Address = by.Address,
        Via = by.Via,
    };
}

/// <summary>What makes "append-only" true for whoever holds a connection. REPLACE deletes without a word to the trigger for deleting, so it is stopped as it inserts.</summary>
internal static class AuditTriggers
{
    public const string Create = """
        CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'The audit log is not changed.'); END;
        CREATE TRIGGER audit_is_not_replaced BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'The audit log is not changed.'); END;
        CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'Nothing leaves the audit log.'); END;
        """;

    public const string Drop = "DROP TRIGGER audit_is_not_changed; DROP TRIGGER audit_is_not_replaced; DROP TRIGGER audit_is_not_deleted;";
}
