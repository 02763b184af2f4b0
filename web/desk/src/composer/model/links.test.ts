import { expect, test } from "vitest";
import { isAllowedLink, linkFrom } from "./links.ts";

test.each(["https://a.example/x?y=1#z", "http://a.example", "mailto:desk@a.example", "/", "/live/day-one"])("%s may be linked to", (href) => {
  expect(isAllowedLink(href)).toBe(true);
});

test.each(["javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "//a.example", "/\\a.example", "/\t/a.example", " https://a.example", "a.example", "", `https://a.example/${"x".repeat(2000)}`])(
  "%j may not", (href) => { expect(isAllowedLink(href)).toBe(false); },
);

test("what is typed the short way is meant as an address", () => {
  expect(linkFrom(" harbour.example.org/41 ")).toBe("https://harbour.example.org/41");
  expect(linkFrom("desk@example.org")).toBe("mailto:desk@example.org");
  expect(linkFrom("the harbour")).toBeNull();
  expect(linkFrom("javascript:alert(1)")).toBeNull();
});
