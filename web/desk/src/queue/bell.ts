// The sound of an urgent filing, made here: two short tones, the second higher.

let context: AudioContext | undefined;

/** Browsers let a page sound only after somebody touched it; before that the strip alone speaks. */
export async function ring(): Promise<void> {
  context ??= new AudioContext();
  if (context.state === "suspended") await Promise.race([context.resume(), new Promise((resolve) => setTimeout(resolve, 200))]);
  if (context.state !== "running") return;
  tone(context, 660, 0);
  tone(context, 880, 0.16);
}

function tone(audio: AudioContext, pitch: number, after: number): void {
  const start = audio.currentTime + after;
  const [oscillator, volume] = [audio.createOscillator(), audio.createGain()];
  oscillator.frequency.value = pitch;
  // It swells and fades: a tone that is cut off clicks.
  volume.gain.setValueAtTime(0.0001, start);
  volume.gain.exponentialRampToValueAtTime(0.2, start + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.14);
  oscillator.connect(volume).connect(audio.destination);
  oscillator.start(start);
  oscillator.stop(start + 0.15);
}
