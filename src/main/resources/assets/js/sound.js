// A short tone for who asked for one. Made here, so that no file has to travel.
const wanted = 'sound' in (document.getElementById('console')?.dataset ?? {});
let audio = null;

if (wanted) {
  // Browsers let a page sound only after somebody touched it.
  for (const touch of ['pointerdown', 'keydown']) addEventListener(touch, () => { audio ??= new AudioContext(); }, { once: true });
}

export function beep() {
  if (!audio) return;
  audio.resume();
  const now = audio.currentTime;
  const gain = audio.createGain();
  gain.connect(audio.destination);
  gain.gain.setValueAtTime(0.0001, now);
  gain.gain.exponentialRampToValueAtTime(0.12, now + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.0001, now + 0.45);
  for (const [pitch, start] of [[740, 0], [988, 0.12]]) {
    const tone = audio.createOscillator();
    tone.frequency.value = pitch;
    tone.connect(gain);
    tone.start(now + start);
    tone.stop(now + 0.45);
  }
}
