import { type Language, languages, useLanguage } from "../words/words.tsx";

export function LanguageChoice() {
  const { w, language, speak } = useLanguage();
  return (
    <div className="languages" role="group" aria-label={w.app.language}>
      {(Object.keys(languages) as Language[]).map((each) => (
        <button key={each} type="button" lang={each} dir={languages[each].dir} aria-pressed={each === language} onClick={() => speak(each)}>
          {languages[each].language}
        </button>
      ))}
    </div>
  );
}
