// Posts as long as wanted, of plain words that compress about as a newsroom's do. The same words every time.
const Words = `the of and to a in that it was for on with as at by from they had but not were which one would there been their more when who will no if out so said what up its about into than them can only other new some could time these two may then do first any my now such like our over even most made after also did many before must through back years where much your way well down should because each just those people how too little state good very make world still own see men work long here get both between life being under never day same another know while last might us great old year off come since against go came right used take three water harbour gauge quay tide wind bridge road warden council volunteer shelter ferry school market lamp boat crew line measure hour evening river mouth wall gate rain storm north street tower bell`.split(' ');

/** Text of about so many characters; the seed decides which. */
export function prose(characters, seed) {
  let state = seed * 2_654_435_761 + 1;
  const next = most => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * most);
  };
  const sentences = [];
  for (let length = 0; length < characters; ) {
    // Every third sentence has been said before, as in a night of one story.
    const sentence = sentences.length > 3 && next(3) === 0 ? sentences[next(sentences.length)] : told(Array.from({ length: 6 + next(12) }, () => Words[Math.min(next(Words.length), next(Words.length))]));
    sentences.push(sentence);
    length += sentence.length + 1;
  }
  return sentences.join(' ');
}

const told = words => `${words[0][0].toUpperCase()}${words[0].slice(1)} ${words.slice(1).join(' ')}.`;
