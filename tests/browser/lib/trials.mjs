// Trials that are repeated: a few in the suite, and as many as one likes by FACTDECK_TRIALS.

/** How often each trial is made: FACTDECK_TRIALS, else `usual`. */
export const trials = (usual) => Number(process.env.FACTDECK_TRIALS ?? usual);

/** Says what came of them, for the table in docs/FAULTS.md. */
export const tell = (summary) => console.log(`TRIALS ${summary}`);

/** Numbers below `below` that look drawn and are the same in every run (mulberry32). */
export function draws(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
