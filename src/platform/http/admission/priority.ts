/**
 * What is served first when a hall is busy. 0: saves, heartbeats, time. 1: entering, starting, taking up again, handing in.
 * 2: check-in. 3: the consoles of the hall. 4: exports and whatever can be had later.
 */
export type Priority = 0 | 1 | 2 | 3 | 4
export const PRIORITIES: readonly Priority[] = [0, 1, 2, 3, 4]
/** Whoever declares nothing belongs to the consoles. */
export const USUAL_PRIORITY: Priority = 3
