using Dateline.Core.Blocks;
using Dateline.Public.Pages.Wording;
using Xunit;

namespace Dateline.Public.Tests.Pages;

public sealed class WordsTests
{
    [Theory]
    [InlineData("ar")]
    [InlineData("ar-EG")]
    public void Every_word_of_a_language_is_there_and_its_own(string language)
    {
        var (english, words) = (Words.In("en"), Words.In(language));
        foreach (var property in typeof(Words).GetProperties().Where(property => property.PropertyType == typeof(string)))
        {
            Assert.False(string.IsNullOrWhiteSpace((string?)property.GetValue(words)), property.Name);
            Assert.NotEqual(property.GetValue(english), property.GetValue(words));
        }
        foreach (var finding in Enum.GetValues<Finding>()) Assert.NotEqual(english.Finding(finding), words.Finding(finding));
    }

    [Fact]
    public void The_script_is_given_the_same_sentences_in_every_language_and_each_has_a_form_for_any_number()
    {
        var keys = Words.In("en").Script.Keys.Order().ToList();
        foreach (var language in new[] { "en", "ar" })
        {
            var script = Words.In(language).Script;
            Assert.Equal(keys, script.Keys.Order());
            Assert.All(script.Values, forms => Assert.Contains("other", forms.Keys));
        }
    }

    [Fact]
    public void A_language_without_words_of_its_own_reads_in_English() => Assert.Same(Words.In("en"), Words.In("fr-CA"));
}
