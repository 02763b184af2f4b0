const rightToLeft = new Set(["ar", "he", "fa", "ur", "yi", "ps", "sd", "ckb", "dv"]);

/** Which way a language is written. */
export const directionOf = (language: string): "ltr" | "rtl" => (rightToLeft.has(language.split("-")[0]!.toLowerCase()) ? "rtl" : "ltr");
