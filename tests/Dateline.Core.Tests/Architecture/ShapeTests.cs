using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using Dateline.Core.Blocks;
using Dateline.Core.Journal;
using Dateline.Core.Posts;
using Dateline.Core.Text;
using Xunit;

namespace Dateline.Core.Tests.Architecture;

/// <summary>The model's types are values in closed sets.</summary>
public sealed class ShapeTests
{
    private static readonly Type[] Public = typeof(Post).Assembly.GetExportedTypes();

    // Named, with why, instead of an attribute that could be put anywhere.
    private static readonly Type[] MayChange =
    [
        typeof(ValueList<>), // filled by the JSON reader before anyone else holds it; closed by the first reading
        typeof(Replay), // an accumulator, in the hands of one caller
        typeof(Outcomes.Problems), // an accumulator, in the hands of one check
    ];

    [Theory]
    [InlineData(typeof(Block))]
    [InlineData(typeof(Change))]
    public void Every_kind_is_sealed_and_has_its_name_in_JSON(Type closed)
    {
        var kinds = closed.Assembly.GetTypes().Where(closed.IsAssignableFrom).Where(type => type != closed).ToHashSet();
        var named = closed.GetCustomAttributes<JsonDerivedTypeAttribute>().ToList();
        Assert.All(kinds, kind => Assert.True(kind.IsSealed, $"{kind.Name} is not sealed."));
        Assert.Equal(kinds, named.Select(name => name.DerivedType).ToHashSet());
        Assert.Distinct(named.Select(name => name.TypeDiscriminator));
    }

    [Fact]
    public void Every_kind_of_block_has_a_generator() =>
        Assert.Equal(typeof(Block).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(name => name.DerivedType).ToHashSet(), AnyBlock.Kinds.Keys.ToHashSet());

    [Fact]
    public void No_public_property_can_be_set_once_a_value_is_made() =>
        Assert.All(Public.SelectMany(type => type.GetProperties()), property =>
            Assert.True(property.SetMethod is not { IsPublic: true } set || IsInit(set), $"{property.DeclaringType}.{property.Name} can be set."));

    [Fact]
    public void No_field_of_a_public_type_can_be_set_after_it_is_made()
    {
        var fields = Public.Except(MayChange).Where(type => !type.IsEnum && !IsGenerated(type))
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly));
        Assert.All(fields, field =>
            Assert.True(field.IsInitOnly || field.IsLiteral || BelongsToAnInit(field), $"{field.DeclaringType}.{field.Name} can be set."));
    }

    [Fact]
    public void No_public_property_hands_out_a_list_that_can_be_changed() =>
        Assert.All(Public.SelectMany(type => type.GetProperties()), property =>
            Assert.False(property.PropertyType.IsArray || (property.PropertyType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(List<>)), $"{property.DeclaringType}.{property.Name} can be changed."));

    // PostContent and PublicPost keep their time in a field that several init properties set while the value is made.
    private static bool BelongsToAnInit(FieldInfo field) => field.Name is "_time" or "_saidUnknown";

    private static bool IsInit(MethodInfo set) => set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static bool IsGenerated(Type type) => type == typeof(Core.Json.DatelineJson);
}
