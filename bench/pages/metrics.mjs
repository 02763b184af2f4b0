// What the server counts, where it has an address for /metrics.
export async function counted(url, pattern) {
  const text = await fetch(url).then(answer => (answer.ok ? answer.text() : ''), () => '');
  const sums = {};
  for (const [, name, value] of text.matchAll(/^([a-z_]+)(?:\{[^}]*\})? ([\d.e+]+)/gm)) if (pattern.test(name)) sums[name] = (sums[name] ?? 0) + Number(value);
  return sums;
}
