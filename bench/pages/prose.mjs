// Posts as long as wanted, of plain words that compress about as a newsroom's do. The same words every time.
const Words = `the of and to a in that it was for on with as at by from they had but not were which one would there been their more when who will no if out so said what up its about into than them can only other new some could time these two may then do first any my now such like our over even most made after also did many before must through back years where much your way well down should because each just those people how too little state good very make world still own see men work long here get both between life being under never day same another know while last might us great old year off come since against go came right used take three water harbour gauge quay tide wind bridge road warden council volunteer shelter ferry school market lamp boat crew line measure hour evening river mouth wall gate rain storm north street tower bell`.split(' ');

const Told = 48;

// What has been said before is said again, as in a night of one story: two sentences of three are among these.
const known = [];

/** Text of about so many characters; the seed decides which. */
export function prose(characters, seed) {
  const next = numbers(seed);
  if (known.length === 0) for (let n = 0; n < Told; n++) known.push(sentence(numbers(n)));
  const sentences = [];
  for (let length = 0; length < characters; length += sentences.at(-1).length + 1) sentences.push(next(3) === 0 ? sentence(next) : known[next(Told)]);
  return sentences.join(' ');
}

// Common words more often than rare ones.
function sentence(next) {
  const words = Array.from({ length: 6 + next(12) }, () => Words[Math.min(next(Words.length), next(Words.length))]);
  return `${words[0][0].toUpperCase()}${words[0].slice(1)} ${words.slice(1).join(' ')}.`;
}

/** Numbers that look random and are the same every time, each below what is asked. */
function numbers(seed) {
  let state = (seed * 2_654_435_761 + 1) % 4_294_967_296;
  return most => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * most);
  };
}
