using Dateline.Storage.Audit;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Members;

/// <summary>The tables of people: Identity's own under our names, and what the newsroom keeps beside them.</summary>
internal static class MembersModel
{
    public static void Write(ModelBuilder model)
    {
        model.Entity<MemberAccount>(row =>
        {
            row.ToTable("members");
            row.HasKey(m => m.Id);
            row.HasIndex(m => m.NormalizedEmail).IsUnique();
            row.HasIndex(m => m.NormalizedUserName).IsUnique();
            row.Property(m => m.Role).HasConversion<string>();
            row.Property(m => m.ConcurrencyStamp).IsConcurrencyToken();
            row.Ignore(m => m.PhoneNumber).Ignore(m => m.PhoneNumberConfirmed);
        });
        model.Entity<NameRow>(row =>
        {
            row.ToTable("member_names");
            row.HasKey(n => n.Key);
            row.HasIndex(n => n.MemberId);
            row.HasOne<MemberAccount>().WithMany().HasForeignKey(n => n.MemberId);
        });
        model.Entity<IdentityUserLogin<string>>(row =>
        {
            row.ToTable("member_logins");
            row.HasKey(l => new { l.LoginProvider, l.ProviderKey });
            row.HasOne<MemberAccount>().WithMany().HasForeignKey(l => l.UserId);
        });
        model.Entity<IdentityUserToken<string>>(row =>
        {
            row.ToTable("member_secrets");
            row.HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
            row.HasOne<MemberAccount>().WithMany().HasForeignKey(t => t.UserId);
        });
        model.Entity<IdentityUserPasskey<string>>(row =>
        {
            row.ToTable("member_passkeys");
            row.HasKey(p => p.CredentialId);
            row.HasOne<MemberAccount>().WithMany().HasForeignKey(p => p.UserId);
            row.OwnsOne(p => p.Data, data => data.ToJson("data"));
        });
        model.Entity<SessionRow>(row =>
        {
            row.ToTable("sessions");
            row.HasKey(s => s.Id);
            row.HasIndex(s => s.Hash).IsUnique();
            row.HasOne<MemberAccount>().WithMany().HasForeignKey(s => s.MemberId);
        });
        model.Entity<LinkRow>(row =>
        {
            row.ToTable("sign_in_links");
            row.HasKey(l => l.Hash);
            row.HasOne<MemberAccount>().WithMany().HasForeignKey(l => l.MemberId);
        });
        model.Entity<AuditRow>(row =>
        {
            row.ToTable("audit");
            row.HasKey(a => a.Id);
            row.HasIndex(a => a.At);
            row.HasIndex(a => a.By);
            row.HasIndex(a => a.About);
        });
    }
}
