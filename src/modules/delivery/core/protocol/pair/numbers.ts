/** The two servers of a site. */
export type ServerName = 'A' | 'B'
export type KnownDisk = { readonly name: string; readonly diskId: string; readonly number: number }

/** Epochs are dealt out by their residue modulo this: A opens the odd ones, B the even ones, each disk those of its own number. */
export const EPOCH_ROWS = 8
const NUMBERS: Readonly<Record<ServerName, readonly number[]>> = { A: [1, 3, 5, 7], B: [2, 4, 6, 0] }

/** The number of a first disk, before the peer was ever met. */
export function firstNumber(name: ServerName): number {
  return NUMBERS[name][0] ?? 0
}

/**
 * The number of this disk, given every disk that either server remembers. A disk that replaces a lost one never takes the number of that
 * one again as long as one is free, so that no epoch is opened twice.
 */
export function numberOfDisk(own: { readonly name: ServerName; readonly diskId: string }, known: readonly KnownDisk[]): number {
  const mine = known.find(disk => disk.name === own.name && disk.diskId === own.diskId)
  const taken = new Set(known.filter(disk => disk.name === own.name && disk.diskId !== own.diskId).map(disk => disk.number))
  if (mine && !taken.has(mine.number)) return mine.number
  return NUMBERS[own.name].find(number => !taken.has(number)) ?? mine?.number ?? firstNumber(own.name)
}

/** Does the peer remember another disk of this server? Then this one has to catch up before it serves anybody. */
export function replacesLostDisk(own: { readonly name: string; readonly diskId: string }, peerKnows: readonly KnownDisk[]): boolean {
  return peerKnows.some(disk => disk.name === own.name && disk.diskId !== own.diskId)
}
